import RoadmapEngine
import RoadmapModel

extension EventCodec {
  /// What a decision that was taken back says, beside its measure and who took it back.
  func fields(
    retracting step: StepIndex, of round: Int, on route: RouteIndex?, _ remarks: String?
  ) -> [(key: String, value: JSONValue)] {
    stepFields(route, round, step) + remarksField(remarks)
  }

  /// Reads a decision that was taken back.
  func retracted(_ fields: EventFields) throws(EventCodecError) -> Event {
    .retracted(
      try measure(fields), round: try fields.count("round"), step: try step(fields),
      remarks: try fields.optionalString("remarks"), by: try person(fields))
  }

  /// What says that an approval passes its step alone.
  func chairField(_ isChair: Bool) -> [(key: String, value: JSONValue)] {
    isChair ? [("as", .string("chair"))] : []
  }

  /// Whether a decision passes its step alone, which only an approval does.
  func isChair(_ fields: EventFields, _ verdict: Verdict) throws(EventCodecError) -> Bool {
    guard let capacity = try fields.optionalString("as") else { return false }
    guard capacity == "chair", verdict.isApproval else { throw .unknown("as", capacity) }
    return true
  }
}
