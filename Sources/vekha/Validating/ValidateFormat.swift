import ArgumentParser

/// How `validate` reports.
enum ValidateFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people at a terminal.
  case text
  /// The problems and the roadmaps as data.
  case json
  /// Static Analysis Results Interchange Format 2.1.0.
  case sarif
  /// A report of tests in XML.
  case junit
  /// Annotations of GitHub Actions, and a summary of the job.
  case github
  /// A code quality report of GitLab.
  case gitlab
}
