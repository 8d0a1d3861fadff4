using Integral.Platform.Messaging;

namespace Integral.Communication.Contracts;

/// <summary>How other modules tell people that something happened.</summary>
public interface INotices
{
    /// <summary>Puts it beside what the unit of work of this outbox is about to save: if that isn't saved, nobody is told. Everybody finds it a moment later.</summary>
    /// <param name="outbox">Of the tenant; null where nobody is to be told, as of a demo's past.</param>
    /// <param name="news">What happened, several things together where they happened together.</param>
    void Tell(Outbox? outbox, params IReadOnlyCollection<News> news);

    /// <summary>What was told isn't so any more: who hasn't read it doesn't find it, and gets no letter of it.</summary>
    /// <param name="outbox">As with <see cref="Tell"/>.</param>
    /// <param name="kind">Name of the kind.</param>
    /// <param name="about">As the news had it; not empty.</param>
    void Withdraw(Outbox? outbox, string kind, string about);
}

/// <summary>What somebody is to be told.</summary>
/// <param name="Kind">Name of a <see cref="NoticeKind"/>.</param>
/// <param name="Address">Of the page that it opens, without the tenant's part: <c>/Admin/Inbox</c>.</param>
public sealed record News(string Kind, string Address)
{
    /// <summary>Of the page where several such things stand; null where the last one's own will do.</summary>
    public string? Together { get; init; }

    /// <summary>Who is told, by account.</summary>
    public IReadOnlyList<Guid> Accounts { get; init; } = [];

    /// <summary>And everybody who has one of these roles in the institution.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>And these accounts, as long as they are members of the institution.</summary>
    public IReadOnlyList<Guid> Members { get; init; } = [];

    /// <summary>And everybody of these <see cref="WorkingGroups"/> who is a member of the institution.</summary>
    public IReadOnlyList<Guid> Groups { get; init; } = [];

    /// <summary>Who did it and knows.</summary>
    public Guid? Except { get; init; }

    /// <summary>What it is about. While somebody hasn't read it, more of the same kind about the same is one notice, which counts; empty for one that stays alone.</summary>
    public string About { get; init; } = "";

    /// <summary>How many such things happened at once.</summary>
    public int Count { get; init; } = 1;

    /// <summary>
    /// By the names that the kind has. Words that are the English source of a translated text are told in the reader's language. What is told goes out in letters too: names of those whom a matter is about don't belong in it.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
