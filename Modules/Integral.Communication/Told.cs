using Integral.Communication.Contracts;
using Integral.Platform.Messaging;

namespace Integral.Communication;

/// <summary>Something has happened of which people are to be told.</summary>
[Message("communication.told")]
internal sealed record Told(IReadOnlyList<News> News);

/// <summary>What people were told isn't so any more.</summary>
[Message("communication.withdrawn")]
internal sealed record Withdrawn(string Kind, string About);

internal sealed class Telling(NoticeKinds kinds) : INotices
{
    public void Tell(Outbox? outbox, params IReadOnlyCollection<News> news)
    {
        if (outbox is null || news.Count == 0) return;
        foreach (var one in news) kinds.Check(one);
        outbox.Add(new Told([.. news]));
    }

    public void Withdraw(Outbox? outbox, string kind, string about) => outbox?.Add(new Withdrawn(kind, about));
}
