import Bilingual
import Glibc

/// Where the program writes: text to standard output, problems to standard error.
enum Console {
  /// Whether problems may be shown in colour.
  static let colorsProblems = isColorful(STDERR_FILENO)

  private static func isColorful(_ descriptor: Int32) -> Bool {
    let isRefused = Environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return isatty(descriptor) == 1 && !isRefused && Environment["TERM"] != "dumb"
  }

  /// The columns of the terminal; 100 where results go elsewhere.
  static let width: Int = {
    if let columns = Environment["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }()

  /// Writes a line of results, or many.
  static func print(_ text: String) {
    guard write(text + "\n", to: STDOUT_FILENO) else { outputFailed() }
  }

  /// Writes bytes as they are.
  static func write(_ bytes: [UInt8]) {
    guard bytes.withUnsafeBytes({ write($0, to: STDOUT_FILENO) }) else { outputFailed() }
  }

  /// Writes a line about a problem or about progress.
  static func note(_ text: String) { _ = write(text + "\n", to: STDERR_FILENO) }

  /// Writes rendered problems, which end their own lines.
  static func problems(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Writes all of `text`; answers whether that worked.
  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let count = Glibc.write(descriptor, base, rest.count)
      if count < 0 {
        guard errno == EINTR else { return false }
        continue
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }

  private static func outputFailed() -> Never {
    note("vekha: " + say(en: "the output cannot be written", ru: "вывод не записывается"))
    Glibc.exit(ExitStatus.store)
  }

  /// Says why a command failed.
  static func report(_ failure: Failure) {
    let prefix = say(en: "error", ru: "ошибка")
    let label = colorsProblems ? "\u{1B}[1;31m\(prefix):\u{1B}[0m" : "\(prefix):"
    note("\(label) \(harmless(failure.message[Speech.language]))")
    for detail in failure.details { note("  \(harmless(detail[Speech.language]))") }
    if let help = failure.help {
      note("  = \(say(en: "help", ru: "помощь")): \(harmless(help[Speech.language]))")
    }
  }
}

/// The exit statuses of the program.
enum ExitStatus {
  /// Judged negatively: errors in the definition, a blocked action, a broken journal.
  static let refused: Int32 = 1
  /// Wrong usage.
  static let usage: Int32 = 64
  /// An input is missing or unreadable.
  static let input: Int32 = 66
  /// A fault of the program itself.
  static let fault: Int32 = 70
  /// The store, or other input and output, failed.
  static let store: Int32 = 74
  /// Others are busy with the store: try again.
  static let busy: Int32 = 75
}

/// Why a command ends without a result.
struct Failure: Error {
  let message: Text
  var details: [Text] = []
  var help: Text?
  let exit: Int32

  init(_ message: Text, details: [Text] = [], help: Text? = nil, exit: Int32) {
    self.message = message
    self.details = details
    self.help = help
    self.exit = exit
  }
}
