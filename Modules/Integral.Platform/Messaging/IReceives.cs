namespace Integral.Platform.Messaging;

/// <summary>Names the kind of a message, a record that one tenant sends to another: <c>[Message("vacancies.applied")]</c>. The name stays when the record is renamed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MessageAttribute(string kind) : Attribute
{
    public string Kind { get; } = kind;
}

/// <summary>
/// Takes in messages of one kind, in the receiving tenant. What it changes in <c>Db</c> is saved together with the note that the message was
/// received, so it takes effect once however often it comes; what it does elsewhere must bear being repeated. A feature that is off receives nothing.
/// </summary>
public interface IReceives<in TMessage> where TMessage : class
{
    /// <exception cref="RuleException">It can't be taken in. It is tried again for a while and then shown to the operator with this sentence.</exception>
    Task ReceiveAsync(TMessage message, Arrival arrival, CancellationToken cancel);
}

/// <summary>Where a message comes from; the kernel vouches for it.</summary>
public sealed record Arrival(Guid MessageId, Guid SenderId, DateTime SentAt);
