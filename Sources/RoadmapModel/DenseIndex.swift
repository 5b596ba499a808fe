/// A position in one of the roadmap's tables, typed by what the table holds.
///
/// Indices are dense: the first element is 0. They mean nothing outside the roadmap that gave them.
public struct DenseIndex<Element>: Hashable, Comparable, Sendable {
  /// The position, 0 through `Int32.max`.
  public let raw: Int32

  /// Creates an index from its position.
  @inlinable
  public init(raw: Int32) { self.raw = raw }

  /// Creates an index from an array position.
  ///
  /// Positions past `Int32.max` do not occur: the language refuses files that could hold so many.
  @inlinable
  public init(_ position: Int) { self.raw = Int32(truncatingIfNeeded: position) }

  /// The position as an array index.
  @inlinable
  public var position: Int { Int(raw) }

  /// Orders indices as their elements stand in the document.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}

/// The position of a measure, in the order of the document; a part follows its parent.
public typealias MeasureIndex = DenseIndex<Measures>
/// The position of a person.
public typealias PersonIndex = DenseIndex<Person>
/// The position of a role.
public typealias RoleIndex = DenseIndex<Role>
/// The position of an external document.
public typealias DocumentIndex = DenseIndex<ExternalDocument>
/// The position of a kind of measure.
public typealias KindIndex = DenseIndex<Kind>
/// The position of a lifecycle.
public typealias LifecycleIndex = DenseIndex<Lifecycle>
/// The position of a state within its lifecycle.
public typealias StateIndex = DenseIndex<Lifecycle.State>
/// The position of a transition within its lifecycle.
public typealias TransitionIndex = DenseIndex<Transition>
/// The position of a route.
public typealias RouteIndex = DenseIndex<Route>
/// The position of a step within its route, counted through all stages.
public typealias StepIndex = DenseIndex<Route.Step>
/// The position of a rule.
public typealias RuleIndex = DenseIndex<Rule>
/// The position of a section.
public typealias SectionIndex = DenseIndex<Section>
