import Foundation
import RoadmapService
import Testing

@Test(arguments: [false, true])
func `a save is noticed by the kernel's word and by looking`(polling: Bool) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appending(path: "план.yaml").path
  var watch = FileWatch([path], polling: polling)
  try "a".write(toFile: path, atomically: true, encoding: .utf8)
  var looks = 0
  let isOver = {
    looks += 1
    return looks > 100
  }
  let another = watch.waitForChange(isOver: isOver)
  try "ab".write(toFile: path, atomically: false, encoding: .utf8)
  let inPlace = watch.waitForChange(isOver: isOver)
  looks = 99
  let idle = watch.waitForChange(isOver: isOver)
  #expect(another && inPlace && !idle)
}
