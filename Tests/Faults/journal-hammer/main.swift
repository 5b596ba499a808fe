import Glibc
import RoadmapJournal

// A program that writes to a store, is killed, starved and lied to by the scripts beside it, and
// then tells whether the store kept its promises. Usage in `script/faults`.

let usage = """
  journal-hammer write STORE WRITER ACKS [--normal]   append until killed; ACKS grows after each
  journal-hammer once STORE REQUEST                   append by one request, tell the outcome
  journal-hammer find STORE REQUEST                   tell whether the request was carried out
  journal-hammer verify STORE ACKS…                   tell what was lost, doubled or broken
  journal-hammer flip FOLDER STEP                     flip every STEP-th byte of a small store
  """

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("write", 4...5):
  let writer = Writing(
    store: arguments[1], name: arguments[2], acks: arguments[3],
    isNormal: arguments.last == "--normal")
  try writer.run()
case ("once", 3): exit(Once(store: arguments[1], request: arguments[2]).run())
case ("find", 3): exit(try Once(store: arguments[1], request: arguments[2]).find())
case ("verify", 2...):
  exit(try Verification(store: arguments[1], acks: Array(arguments.dropFirst(2))).run())
case ("flip", 3): exit(try Flipping(folder: arguments[1], step: Int(arguments[2]) ?? 1).run())
default:
  print(usage)
  exit(64)
}
