using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Integral.Content.Blocks;
using Integral.Content.Definitions;
using Integral.Content.Publishing;
using Integral.Platform.Recipes;
using Integral.Platform.Sharing;

namespace Integral.Content.Sharing;

/// <summary>A published text as the institutions below take it: what visitors read, without its versions and without who wrote it.</summary>
internal sealed record SharedText(string ContentType, string Culture, string LocalizationSet, DateTime PublishedAt, Publication Text)
{
    /// <summary>What it is offered as.</summary>
    public const string Kind = "content.item";

    /// <summary>Offers an item that is published and marked for those below; withdraws one that isn't any more.</summary>
    /// <param name="offered">Ids of what is offered already.</param>
    public static async Task FollowAsync(ContentItem item, Offers offers, IReadOnlySet<string> offered)
    {
        if (item.PublishedAt is { } at && item.Published is { } version && IsForBelow(version)) await offers.OfferAsync(Kind, item.ContentItemId, Of(item, at));
        else if (offered.Contains(item.ContentItemId)) await offers.WithdrawAsync(Kind, item.ContentItemId);
    }

    /// <summary>The id of the copy: the same however often it is taken, and another one than the receiver's own items have.</summary>
    public static string CopyOf(Guid origin, string id)
    {
        var hash = SHA256.HashData([.. origin.ToByteArray(), .. System.Text.Encoding.UTF8.GetBytes(id)]);
        return string.Concat(hash.Take(UniqueId.Length).Select(b => UniqueId.Alphabet[b % UniqueId.Alphabet.Length]));
    }

    private static bool IsForBelow(ContentVersion version) => JsonNode.Parse(version.Data)!.AsObject().Find(Known.Share) is JsonObject share && share.Flag("Below");

    // Without what only concerns the own site: the menu is each one's own matter, and so is by which name templates know an item.
    private static bool IsForBelow(ContentField field) => field.Part is not (Known.Alias or PageAddresses.Page);

    private static SharedText Of(ContentItem item, DateTime at) => new(item.ContentType, item.Culture, item.LocalizationSet, at,
        new(item.DisplayText) { Slug = item.Slug, Summary = item.Summary, ImagePath = item.ImagePath, BodyHtml = item.BodyHtml, Blocks = PublishedBlocks.ForBelow(item.Blocks), Fields = [.. item.Fields.Where(IsForBelow)] });
}
