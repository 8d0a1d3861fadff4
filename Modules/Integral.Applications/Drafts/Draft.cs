using Integral.Applications.Contracts;
using Integral.Platform.Audit;

namespace Integral.Applications.Drafts;

/// <summary>
/// An application that somebody has begun and not sent: nothing is checked of it and nothing counted. It belongs to an account, or to the browser that holds its token.
/// </summary>
[Audited]
internal sealed class Draft
{
    public const int LongestBody = 200_000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Whose it is; null of one without an account.</summary>
    public required Guid? AccountId { get; init; }

    /// <summary>Digest of the token in the browser; null of one with an account.</summary>
    public required string? Token { get; init; }
    public required Guid ForId { get; init; }

    /// <summary>What that was called.</summary>
    public required string ForTitle { get; init; }

    /// <summary>The key under which it will be sent. Kept as it is, because its form is opened with it again.</summary>
    [Secret]
    public required string Key { get; init; }

    /// <summary>Digest of that: files that were sent already have it too.</summary>
    public required string Sent { get; init; }

    /// <summary>What was typed, as JSON.</summary>
    [Secret]
    public string Body { get; private set; } = "";
    public DateTime SavedAt { get; private set; }

    public static Draft Of(Opening opening, Guid? account, string? token, string key) => new()
    {
        AccountId = account, Token = token, ForId = opening.Id, ForTitle = opening.Title.Length > Application.LongestTitle ? opening.Title[..Application.LongestTitle] : opening.Title, Key = key, Sent = Secrets.Digest(key),
    };

    public DraftBody Read() => Json.Read<DraftBody>(Body)!;

    /// <exception cref="RuleException">It is too long.</exception>
    public void Save(DraftBody body, DateTime at)
    {
        var said = Json.Write(body);
        Rule.Require(said.Length <= LongestBody, "That is too long to be kept.");
        (Body, SavedAt) = (said, at);
    }
}

/// <summary>What stands in the form.</summary>
internal sealed record DraftBody(string? FamilyName, string? GivenName, string? Patronymic, DateOnly? BornOn, string? Email, string? Phone, string? Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers);
