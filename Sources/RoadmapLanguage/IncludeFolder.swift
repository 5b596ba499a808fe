public import Bilingual

/// A file that has been read, with the names it goes by.
public struct LoadedFile: Sendable {
  /// The name within its folder, such as `roadmap.yaml`.
  public let name: String
  /// The path as problems show it, such as `plans/roadmap.yaml`.
  public let shownPath: String
  /// What stands in it.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(name: String, shownPath: String, bytes: [UInt8]) {
    self.name = name
    self.shownPath = shownPath
    self.bytes = bytes
  }
}

/// Why an included file could not be read.
public enum IncludeFailure: Error, Hashable, Sendable {
  /// It stands outside the folder of the root file, be it through a symbolic link.
  case outside
  /// It is missing, or no file, or may not be read.
  case unreadable(Text)
}

/// The folder of a root file, from which other files may be included.
public protocol IncludeFolder {
  /// Reads a file by its path within the folder, which has no `..` and does not begin with `/`.
  func read(_ path: String) -> Result<[UInt8], IncludeFailure>

  /// The path of such a file as problems show it.
  func shownPath(of path: String) -> String
}

/// A folder without files, for a roadmap that stands alone.
public struct NoIncludes: IncludeFolder, Sendable {
  /// Creates the folder.
  public init() {}

  /// Answers that there is no such file.
  public func read(_ path: String) -> Result<[UInt8], IncludeFailure> {
    .failure(.unreadable(Text(en: "there is no such file", ru: "такого файла нет")))
  }

  /// The path itself.
  public func shownPath(of path: String) -> String { path }
}
