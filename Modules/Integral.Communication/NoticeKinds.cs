using Integral.Communication.Contracts;

namespace Integral.Communication;

/// <summary>The kinds of notices that are built in.</summary>
internal sealed class NoticeKinds(IEnumerable<NoticeKind> all)
{
    private readonly Dictionary<string, NoticeKind> kinds = all.ToDictionary(k => k.Name);

    public NoticeKind? Find(string name) => kinds.GetValueOrDefault(name);

    /// <exception cref="ArgumentException">A module tells what it hasn't said that it would: that is a bug of its own.</exception>
    public void Check(News one)
    {
        if (Find(one.Kind) is not { } kind) throw new ArgumentException($"There is no kind of notices '{one.Kind}'.");
        if (one.Values.Keys.Except(kind.Values.Select(v => v.Name)).FirstOrDefault() is { } unknown) throw new ArgumentException($"Notices of the kind '{one.Kind}' have no '{unknown}'.");
        if (!Notice.IsAddress(one.Address) || one.Together is { } together && !Notice.IsAddress(together)) throw new ArgumentException($"'{one.Address}' isn't an address within the institution.");
    }
}
