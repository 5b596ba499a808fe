/// Where this client keeps what it has seen: `$XDG_STATE_HOME/vekha`, else `~/.local/state/vekha`.
///
/// Not beside the store: whoever puts an older store in place of this one must not be able to put
/// back with it what the client remembers.
enum StateFolder {
  /// The folder, or nil where the environment names no home.
  static var path: String? {
    if let named = absolute("XDG_STATE_HOME") { return named + "/vekha" }
    return absolute("HOME").map { $0 + "/.local/state/vekha" }
  }

  /// A path of the environment; relative ones do not count, as the XDG specification says.
  private static func absolute(_ name: String) -> String? {
    Environment[name].flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil }
  }
}
