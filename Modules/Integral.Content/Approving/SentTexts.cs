using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Workflows.Contracts;

namespace Integral.Content.Approving;

/// <summary>Texts that were sent for publishing, as what cases are about.</summary>
internal sealed class SentTexts(Texts texts) : CaseSubjects
{
    public const string OfContent = "content";

    public override string Kind => OfContent;

    public override IReadOnlyList<SaidWord> Facts => [new("type", T.Say("Kind of the text by its name: News, Page")), new("culture", T.Say("Language of the text: ru, kk, uk or en")), new("published", T.Say("true where visitors see an earlier version"))];

    public override async Task<JsonObject> FactsAsync(Db db, Guid id)
    {
        var item = await db.ContentItems.Where(i => i.Id == id).Select(i => new { i.ContentType, i.Culture, IsSeen = i.PublishedAt != null }).SingleAsync();
        return new() { ["type"] = item.ContentType, ["culture"] = item.Culture, ["published"] = item.IsSeen };
    }

    public override async Task<SubjectCard> ShowAsync(Db db, Guid id)
    {
        var item = await db.ContentItems.AsNoTracking().SingleAsync(i => i.Id == id);
        var versions = db.ContentVersions.AsNoTracking().Where(v => v.ItemId == id);
        var sent = await versions.Where(v => v.ContentItemVersionId == item.SentVersion).Select(v => new { v.ContentItemVersionId, v.Number, v.Author, v.IsLatest, v.Data }).SingleOrDefaultAsync();
        var type = await db.ContentTypes.AsNoTracking().Where(t => t.Name == item.ContentType).Select(t => t.DisplayName).SingleOrDefaultAsync() ?? item.ContentType;
        var address = sent is { IsLatest: false } ? $"/Admin/Content/Versions/{item.ContentItemId}?version={sent.ContentItemVersionId}" : $"/Admin/Content/Edit/{item.ContentItemId}";
        List<SubjectFact> facts = [new(T.Say("Kind"), texts[type]), new(T.Say("Language"), Texts.OwnNames[item.Culture]), new(T.Say("Who wrote the text"), sent?.Author ?? item.Author)];
        if (sent is not null && Summary(sent.Data) is { } summary) facts.Add(new(T.Say("Summary"), summary));
        if (sent is { IsLatest: false }) facts.Add(new(T.Say("Written on since"), texts["Version {0} was sent; what was written after it isn't published.", sent.Number]));
        return new(address, ContentModule.Write, facts);
    }

    private static string? Summary(string data) => (JsonNode.Parse(data)?[Known.Summary] as JsonObject)?["Summary"] is JsonObject said && $"{said["Text"]}" is { Length: > 0 } text ? text : null;
}
