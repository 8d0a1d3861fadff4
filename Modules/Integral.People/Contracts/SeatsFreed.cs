using Integral.Platform.Messaging;

namespace Integral.People.Contracts;

/// <summary>What an institution tells itself, with the change that does it: seats of a group may have come free.</summary>
[Message("people.seats_freed")]
public sealed record SeatsFreed(Guid GroupId);
