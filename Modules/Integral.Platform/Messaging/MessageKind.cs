using System.Collections.Frozen;
using System.Reflection;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Messaging;

/// <summary>A kind of message that somebody here receives.</summary>
/// <param name="Name">As it stands in the outbox.</param>
/// <param name="Title">What it is, for the operator who sees that one didn't arrive.</param>
internal abstract record MessageKind(string Name, Sentence Title)
{
    /// <summary>Does a feature that is on in the tenant of this scope take it?</summary>
    public abstract bool IsTaken(IServiceProvider services);

    public abstract Task ReceiveAsync(IServiceProvider services, string payload, Arrival arrival, CancellationToken cancel);

    /// <exception cref="InvalidOperationException">The record doesn't say.</exception>
    public static string NameOf(Type message) => message.GetCustomAttribute<MessageAttribute>()?.Kind
        ?? throw new InvalidOperationException($"{message.Name} is sent, so it needs [Message(\"area.what_happened\")].");
}

internal sealed record MessageKind<T>(Sentence Title) : MessageKind(NameOf(typeof(T)), Title) where T : class
{
    public override bool IsTaken(IServiceProvider services) => services.GetRequiredService<IExtensions<IReceives<T>>>().Any();

    public override async Task ReceiveAsync(IServiceProvider services, string payload, Arrival arrival, CancellationToken cancel)
    {
        var message = Json.Read<T>(payload)!;
        foreach (var receiver in services.GetRequiredService<IExtensions<IReceives<T>>>()) await receiver.ReceiveAsync(message, arrival, cancel);
    }
}

/// <summary>The kinds of messages that the modules of this host receive.</summary>
internal sealed class MessageKinds(IEnumerable<MessageKind> all)
{
    private readonly FrozenDictionary<string, MessageKind> kinds = all.ToFrozenDictionary(k => k.Name);

    public MessageKind? Find(string name) => kinds.GetValueOrDefault(name);
}

/// <summary>How a module says that it receives: <c>services.AddReceiver&lt;Applied, Inbox&gt;(T.Say("An application for a vacancy"))</c>.</summary>
public static class Receivers
{
    /// <param name="title">What such a message is, for the operator. A kind with several receivers has the title of the first.</param>
    public static IServiceCollection AddReceiver<TMessage, TReceiver>(this IServiceCollection services, Sentence title)
        where TMessage : class where TReceiver : class, IReceives<TMessage>
    {
        services.AddScoped<IReceives<TMessage>, TReceiver>();
        if (!services.Any(s => s.ImplementationInstance is MessageKind<TMessage>)) services.AddSingleton<MessageKind>(new MessageKind<TMessage>(title));
        return services;
    }
}
