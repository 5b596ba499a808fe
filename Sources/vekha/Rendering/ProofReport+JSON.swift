import RoadmapLanguage
import RoadmapModel
import RoadmapProof
import SourceDiagnostics

extension ProofReport {
  /// The proof as data: every measure with every route that it takes.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("proved")
      writer.bool(isProved)
      writer.key("measures")
      writer.array { writer in
        for (measure, verdict) in rows { write(measure, verdict, to: &writer) }
      }
      writer.key("unjudged")
      writer.array { writer in
        for rule in unjudged { writer.string(rule.id) }
      }
      writer.key("sound")
      writer.bool(lifecycles.allSatisfy(\.isSound) && hopeless.isEmpty)
      writer.key("lifecycles")
      writer.array { writer in
        for proof in lifecycles { write(proof, to: &writer) }
      }
      writer.key("hopeless")
      writer.array { writer in
        for wait in hopeless {
          writer.object { writer in
            writer.key("measure")
            writer.string(roadmap.id(of: wait.measure))
            writer.key("awaits")
            writer.string(roadmap.id(of: wait.awaited))
          }
        }
      }
    }
    return writer.text
  }

  /// Every measure with its verdicts, in the order of the document.
  private var rows: [(measure: MeasureIndex, verdict: PeopleProof.Verdict)] {
    let rows = people.verdicts.flatMap { verdict in verdict.measures.map { ($0, verdict) } }
    return rows.sorted { ($0.0, $0.1.transition) < ($1.0, $1.1.transition) }
  }

  private func write(
    _ measure: MeasureIndex, _ verdict: PeopleProof.Verdict, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.key("id")
      writer.string(roadmap.id(of: measure))
      writer.key("transition")
      writer.string(transition(verdict).id)
      writer.key("route")
      writer.string(route(verdict).id)
      writer.key("satisfiable")
      switch verdict.outcome {
      case .carried: writer.bool(true)
      case .impossible: writer.bool(false)
      case .undecided: writer.null()
      }
      writeWitness(measure, verdict, to: &writer)
      writer.key("conflict")
      writer.array { writer in
        for part in conflict(verdict) { write(part, to: &writer) }
      }
      let failures = verdict.failures(for: measure, in: roadmap)
      writer.key("indispensable")
      write(failures.filter { $0.count == 1 }.flatMap(\.self), to: &writer)
      writer.key("failures")
      writer.array { writer in
        for people in failures { write(people, to: &writer) }
      }
    }
  }

  private func writeWitness(
    _ measure: MeasureIndex, _ verdict: PeopleProof.Verdict, to writer: inout JSONWriter
  ) {
    let witness = verdict.witness(for: measure, in: roadmap)
    writer.key("requester")
    writer.stringOrNull(witness.map { ids([$0.requester])[0] })
    writer.key("witness")
    writer.array { writer in
      for (step, people) in zip(route(verdict).steps, witness?.steps ?? []) {
        writer.object { writer in
          writer.key("step")
          writer.string(step.id)
          writer.key("people")
          write(people, to: &writer)
        }
      }
    }
  }

  private func write(_ people: [PersonIndex], to writer: inout JSONWriter) {
    writer.array { writer in
      for id in ids(people) { writer.string(id) }
    }
  }

  private func write(_ part: ConflictPart, to writer: inout JSONWriter) {
    let start = compiled.files.start(of: part.span)
    writer.object { writer in
      writer.key("rule")
      writer.string(part.kind)
      writer.key("names")
      writer.array { writer in
        for name in part.names { writer.string(name) }
      }
      writer.key("people")
      writer.array { writer in
        for person in part.people { writer.string(person) }
      }
      writer.key("path")
      writer.string(compiled.files.path(part.span.file))
      writer.key("line")
      writer.integer(start.line)
      writer.key("column")
      writer.integer(start.column)
    }
  }

  private func write(_ proof: LifecycleProof, to writer: inout JSONWriter) {
    let lifecycle = roadmap.lifecycles[proof.lifecycle.position]
    writer.object { writer in
      writer.key("id")
      writer.string(lifecycle.id)
      writer.key("sound")
      writer.bool(proof.isSound)
      writer.key("measures")
      writer.array { writer in
        for measure in proof.measures { writer.string(roadmap.id(of: measure)) }
      }
      for (key, transitions) in [("blocked", proof.blocked), ("dead", proof.dead)] {
        writer.key(key)
        writer.array { writer in
          for transition in transitions { writer.string(lifecycle[transition].id) }
        }
      }
      writer.key("traps")
      writer.array { writer in
        for trap in proof.traps { write(trap, of: proof, to: &writer) }
      }
    }
  }

  private func write(
    _ trap: LifecycleProof.Trap, of proof: LifecycleProof, to writer: inout JSONWriter
  ) {
    let lifecycle = roadmap.lifecycles[proof.lifecycle.position]
    writer.object { writer in
      writer.key("states")
      writer.array { writer in
        for state in trap.states { writer.string(lifecycle[state].id) }
      }
      writer.key("commands")
      writer.array { writer in
        for command in commands(trap.way, of: proof.measures[0], in: proof.lifecycle) {
          writer.string(command)
        }
      }
    }
  }
}
