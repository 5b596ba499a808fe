public import SourceDiagnostics

extension DiagnosticCode {
  /// An alias whose anchor does not exist.
  public static let unknownAnchor = Self("unknown-anchor")
  /// Aliases stand for more nodes than allowed.
  public static let aliasLimit = Self("alias-limit")
  /// A key that is a list or a mapping.
  public static let complexKey = Self("complex-key")
  /// A character that may not stand in YAML.
  public static let controlCharacter = Self("control-character")
  /// A key given twice in one mapping.
  public static let duplicateKey = Self("duplicate-key")
  /// A file without a document.
  public static let emptyFile = Self("empty-file")
  /// A file that is too large, in bytes or in nodes.
  public static let fileTooLarge = Self("file-too-large")
  /// A text that is no UTF-8.
  public static let invalidEncoding = Self("invalid-encoding")
  /// A key `<<`.
  public static let mergeKey = Self("merge-key")
  /// A second document in a file.
  public static let multipleDocuments = Self("multiple-documents")
  /// Collections nested too deeply.
  public static let nestingLimit = Self("nesting-limit")
  /// An alias that stands for something it is part of.
  public static let recursiveAlias = Self("recursive-alias")
  /// A value that is too long.
  public static let scalarTooLong = Self("scalar-too-long")
  /// A tag that the core schema does not have, or that does not fit its node.
  public static let unknownTag = Self("unknown-tag")
  /// A text that breaks the grammar of YAML.
  public static let yamlSyntax = Self("yaml-syntax")

  /// Every code of the YAML reader.
  public static let ofYAML: [Self] = [
    aliasLimit, complexKey, controlCharacter, duplicateKey, emptyFile, fileTooLarge,
    invalidEncoding, mergeKey, multipleDocuments, nestingLimit, recursiveAlias, scalarTooLong,
    unknownAnchor, unknownTag, yamlSyntax,
  ]
}
