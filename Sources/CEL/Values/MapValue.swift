/// The key of a map entry, with whole numbers of every type brought to one form.
enum MapKey: Hashable, Sendable {
  case string(StringKey)
  case int(Int64)
  /// A whole number above what ``int`` holds.
  case big(UInt64)
  case bool(Bool)

  /// The key that `value` can find; nil for what is never a key.
  init?(_ value: Value) {
    switch value {
    case .string(let text): self = .string(StringKey(text))
    case .int(let number): self = .int(number)
    case .uint(let number): self = Int64(exactly: number).map(MapKey.int) ?? .big(number)
    case .bool(let flag): self = .bool(flag)
    case .double(let number):
      if let whole = Int64(exactly: number) {
        self = .int(whole)
      } else if let whole = UInt64(exactly: number) {
        self = .big(whole)
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// Bits that differ for most keys that differ; below ``exactLimit`` they decide alone.
  var print: UInt64 {
    switch self {
    case .string(let key): Self.print(of: key.text)
    case .int(let number): UInt64(bitPattern: number) | 1 << 63
    case .big(let number): number | 3 << 62
    case .bool(let flag): flag ? 1 << 63 | 1 << 61 : 1 << 63 | 1 << 60
    }
  }

  static let exactLimit: UInt64 = 8 << 56

  /// Strings of up to seven bytes are their own print.
  static func print(of text: String) -> UInt64 {
    text.withBytes { bytes in
      let count = bytes.count
      guard count > 7 else {
        var word = UInt64(count) << 56
        for index in 0..<count { word |= UInt64(bytes[index]) << UInt64(index * 8) }
        return word
      }
      let raw = UnsafeRawBufferPointer(bytes)
      let first = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      let last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      return ((first &* 0x9E37_79B9_7F4A_7C15) ^ last &+ UInt64(count)) | 1 << 63
    }
  }
}

/// An immutable map. Entries keep the order in which they were given.
public final class MapValue: @unchecked Sendable {
  /// Where the keys are, in order.
  let keyStorage: UnsafeMutableBufferPointer<Value>
  /// Where the values are, in the order of the keys; they stay there as long as the map lives.
  let storage: UnsafeMutableBufferPointer<Value>
  private let prints: UnsafeMutableBufferPointer<UInt64>
  private let index: [MapKey: Int]?

  private var isIndexed: Bool { prints.count > Self.linearLimit }

  private static let linearLimit = 12

  /// Creates a map; nil where a key is of no key type, or is there twice.
  public convenience init?(_ entries: some Collection<(key: Value, value: Value)>) {
    var keys = ContiguousArray<Value>()
    var values = ContiguousArray<Value>()
    keys.reserveCapacity(entries.count)
    values.reserveCapacity(entries.count)
    for entry in entries {
      keys.append(entry.key)
      values.append(entry.value)
    }
    self.init(keys: keys, values: values)
  }

  /// Creates a map from text to values; its order is that of the keys' bytes.
  public convenience init(_ entries: [String: Value]) {
    let sorted = entries.sorted { $0.key.compareBytes(to: $1.key) < 0 }
    self.init(
      keys: ContiguousArray(sorted.map { .string($0.key) }),
      values: ContiguousArray(sorted.map(\.value)), index: nil,
      prints: ContiguousArray(sorted.map { MapKey.print(of: $0.key) }))
  }

  /// The entries' keys may be ints, uints, bools or strings, none of them twice.
  init?(keys: ContiguousArray<Value>, values: ContiguousArray<Value>) {
    var prints = ContiguousArray<UInt64>()
    prints.reserveCapacity(keys.count)
    var normalized = ContiguousArray<MapKey>()
    normalized.reserveCapacity(keys.count)
    for value in keys {
      if case .double = value { return nil }
      guard let key = MapKey(value) else { return nil }
      normalized.append(key)
      prints.append(key.print)
    }
    guard let index = Self.index(normalized, prints) else { return nil }
    keyStorage = Self.store(keys)
    storage = Self.store(values)
    self.prints = Self.store(prints)
    self.index = normalized.count > Self.linearLimit ? index : nil
  }

  private init(
    keys: ContiguousArray<Value>, values: ContiguousArray<Value>, index: [MapKey: Int]?,
    prints: ContiguousArray<UInt64>
  ) {
    keyStorage = Self.store(keys)
    storage = Self.store(values)
    self.prints = Self.store(prints)
    self.index =
      keys.count > Self.linearLimit
      ? Dictionary(
        keys.enumerated().compactMap { offset, key in MapKey(key).map { ($0, offset) } },
        uniquingKeysWith: { first, _ in first }) : nil
  }

  /// The position of every key; nil where a key is there twice. Small maps need no table.
  private static func index(
    _ keys: ContiguousArray<MapKey>, _ prints: ContiguousArray<UInt64>
  ) -> [MapKey: Int]? {
    var index: [MapKey: Int] = [:]
    if keys.count > linearLimit {
      index.reserveCapacity(keys.count)
      for (position, key) in keys.enumerated() {
        guard index.updateValue(position, forKey: key) == nil else { return nil }
      }
      return index
    }
    for position in keys.indices.dropFirst() {
      for earlier in 0..<position where prints[earlier] == prints[position] {
        if keys[earlier] == keys[position] { return nil }
      }
    }
    return index
  }

  private static func store<Element>(
    _ values: ContiguousArray<Element>
  ) -> UnsafeMutableBufferPointer<Element> {
    let storage = UnsafeMutableBufferPointer<Element>.allocate(capacity: values.count)
    _ = storage.initialize(from: values)
    return storage
  }

  deinit {
    keyStorage.deinitialize().deallocate()
    storage.deinitialize().deallocate()
    prints.deallocate()
  }

  /// The keys as they were written, in order.
  public var keys: ContiguousArray<Value> { ContiguousArray(keyStorage) }

  /// The values, in the order of the keys.
  public var values: ContiguousArray<Value> { ContiguousArray(storage) }

  /// The number of entries.
  public var count: Int { keyStorage.count }

  /// The value under `key`; nil where there is none. Whole numbers of every type find each other.
  public subscript(key: Value) -> Value? {
    position(of: key).map { storage[$0] }
  }

  func position(of value: Value) -> Int? {
    if case .string(let text) = value { return position(of: text, print: MapKey.print(of: text)) }
    guard let key = MapKey(value) else { return nil }
    if let index { return index[key] }
    let print = key.print
    for position in prints.indices where prints[position] == print {
      if MapKey(keyStorage[position]) == key { return position }
    }
    return nil
  }

  /// The position of the key `text`, whose print the caller knows.
  @inline(__always)
  func position(of text: String, print: UInt64) -> Int? {
    if isIndexed { return index?[.string(StringKey(text))] }
    for position in 0..<prints.count where prints[position] == print {
      if print < MapKey.exactLimit { return position }
      if case .string(let key) = keyStorage[position], key.hasSameBytes(as: text) {
        return position
      }
    }
    return nil
  }

  /// Where the value under the key `text` is.
  @inline(__always)
  func place(of text: String, print: UInt64) -> UnsafePointer<Value>? {
    guard let position = position(of: text, print: print) else { return nil }
    return UnsafePointer(storage.baseAddress).map { $0 + position }
  }

  static let empty = MapValue(keys: [], values: [], index: nil, prints: [])
}
