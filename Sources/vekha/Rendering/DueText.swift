import CivilTime

extension Period {
  /// The dates as people read them: `2018-03`, `2018-09…2018-10`, `…2018-10-15` without a start.
  var short: String {
    edtf.replacing("../", with: "…").replacing("/..", with: "…").replacing("/", with: "…")
  }
}
