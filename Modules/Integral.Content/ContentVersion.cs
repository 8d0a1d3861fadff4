using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Content.Tree;
using Integral.Platform.Recipes;

namespace Integral.Content;

/// <summary>What was written at one time: every part of an item, as a recipe writes it.</summary>
internal sealed class ContentVersion
{
    public ContentVersion(string contentItemVersionId, int number, DateTime createdAt) =>
        (ContentItemVersionId, Number, CreatedAt) = (contentItemVersionId, number, createdAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ItemId { get; init; }
    public string ContentItemVersionId { get; private set; }

    /// <summary>The first is 1.</summary>
    public int Number { get; private set; }
    public bool IsLatest { get; set; }
    public bool IsPublished { get; set; }

    /// <summary>JSON of the parts by name. The item's id, type, dates and people stand in columns and not here.</summary>
    public string Data { get; private set; } = "{}";
    public DateTime CreatedAt { get; private set; }
    public DateTime ModifiedAt { get; private set; }
    public DateTime? PublishedAt { get; set; }
    public string? Author { get; private set; }

    public string Title => (JsonNode.Parse(Data)!.AsObject().Find("TitlePart") as JsonObject)?.Text("Title") ?? "";

    /// <summary>LocalizationSet of the page under which it says that it stands.</summary>
    public string? Parent => ParentKind.ParentOf(Tree);
    public int? Place => ParentKind.PlaceOf(Tree);

    /// <summary>Its data with another place.</summary>
    public string StandingUnder(string? parent) => With(Known.Tree, tree => ParentKind.Put(tree, parent));
    public string StandingAt(int place) => With(Known.Tree, tree => tree[ParentKind.Place] = place);

    /// <summary>Its data with another address.</summary>
    public string At(string slug) => With(Known.Route, route => route["Path"] = slug);

    private JsonObject? Tree => JsonNode.Parse(Data)!.AsObject().Find(Known.Tree) as JsonObject;

    private string With(string part, Action<JsonObject> change)
    {
        var data = JsonNode.Parse(Data)!.AsObject();
        if (data[part] is not JsonObject there) data[part] = there = [];
        change(there);
        return data.ToJsonString(Json.Options);
    }

    public void Write(string data, string? author, DateTime at) => (Data, Author, ModifiedAt) = (data, author, at);
}

/// <summary>A value of a published item's field, so that items can be found and ordered by it.</summary>
internal sealed class ContentField
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ItemId { get; init; }

    /// <summary>As its item has it: what is copied from above is in no backup, and neither is this.</summary>
    public Guid? OriginId { get; private set; }
    public required string Part { get; init; }
    public required string Field { get; init; }
    public string? Text { get; init; }
    public double? Number { get; init; }
    public DateTime? Moment { get; init; }
    public bool? Flag { get; init; }

    /// <param name="originId">The institution above that its item was taken from.</param>
    public ContentField Of(Guid? originId)
    {
        OriginId = originId;
        return this;
    }
}
