import Bilingual

/// Why a request is not answered.
struct ResponseError: Error {
  let code: Int
  let message: String

  static let notInitialized = ResponseError(code: -32002, message: "not initialized")
  static let cancelled = ResponseError(code: -32800, message: "cancelled")
  static let invalidRequest = ResponseError(code: -32600, message: "invalid request")

  static func unknownMethod(_ method: String) -> ResponseError {
    ResponseError(code: -32601, message: "no method named \(method)")
  }

  /// A request that cannot be done, for a reason that people are shown.
  static func refused(_ message: String) -> ResponseError {
    ResponseError(code: -32803, message: message)
  }
}
