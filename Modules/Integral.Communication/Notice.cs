using Integral.Communication.Contracts;

namespace Integral.Communication;

/// <summary>Somebody is told something: it stands in their cabinet, and may go out in a letter.</summary>
internal sealed class Notice
{
    public const int LongestAbout = 100, LongestAddress = 300, LongestValue = 2000, LongestValues = 6000;

    /// <summary>How long they are kept, read or not.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private Notice() { }

    public Notice(News news, Guid account, DateTime at) =>
        (AccountId, Kind, About, Address, Count, Said, At) = (account, news.Kind, Cut(news.About, LongestAbout), AddressOf(news, news.Count), news.Count, Written(news.Values), at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid AccountId { get; private init; }
    public string Kind { get; private init; } = "";
    public string About { get; private init; } = "";
    public string Address { get; private set; } = "";

    /// <summary>How many things of the kind about the same it tells of; of the last one it says more.</summary>
    public int Count { get; private set; }

    /// <summary>The values, as JSON.</summary>
    public string Said { get; private set; } = "";

    /// <summary>When the last of them happened.</summary>
    public DateTime At { get; private set; }
    public DateTime? ReadAt { get; private set; }

    /// <summary>When it is to go out in a letter; null where it isn't, or has.</summary>
    public DateTime? WriteAt { get; private set; }

    public IReadOnlyDictionary<string, string> Values => Json.Read<Dictionary<string, string>>(Said)!;

    public static bool IsAddress(string address) => address is ['/', not ('/' or '\\'), ..] && address.Length <= LongestAddress;

    /// <summary>One more of the same.</summary>
    public void Join(News news, DateTime at) => (Count, Address, Said, At) = (Count + news.Count, AddressOf(news, Count + news.Count), Written(news.Values), at);

    /// <summary>Of several reasons for a letter the first counts.</summary>
    public void Write(DateTime? at) => WriteAt = WriteAt < at ? WriteAt : at ?? WriteAt;

    /// <summary>Nobody has to write of it any more.</summary>
    public void Read(DateTime at) => (ReadAt, WriteAt) = (ReadAt ?? at, null);

    private static string AddressOf(News news, int count) => count > 1 ? news.Together ?? news.Address : news.Address;

    // Each as long as it may be, and shorter where all together are too long.
    private static string Written(IReadOnlyDictionary<string, string> values)
    {
        for (var longest = LongestValue; ; longest /= 2)
            if (Json.Write(values.ToDictionary(v => v.Key, v => Cut(v.Value, longest))) is { Length: <= LongestValues } said) return said;
    }

    private static string Cut(string text, int longest) => text.Length > longest ? $"{text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)]}…" : text;
}
