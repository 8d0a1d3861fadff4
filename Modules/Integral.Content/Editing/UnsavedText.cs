using System.Text.Json.Nodes;
using Integral.Content.Data;

namespace Integral.Content.Editing;

/// <summary>What somebody has typed and not kept: taken down while he writes, so that a closed window or a power cut costs him a few words.</summary>
internal sealed class UnsavedText
{
    public const int LongestKey = 130;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>The item's id, or the type and language of a new one.</summary>
    public required string Key { get; init; }

    /// <summary>JSON of the parts by name.</summary>
    public string Data { get; private set; } = "{}";

    /// <summary>The version from which he started; null of a new item.</summary>
    public string? BasedOn { get; private set; }
    public DateTime At { get; private set; }

    public void Write(string data, string? basedOn, DateTime at) => (Data, BasedOn, At) = (data, basedOn, at);
}

/// <summary>The signed-in person's texts that aren't kept yet. Nobody else ever sees them.</summary>
internal sealed class UnsavedTexts(Db db, Current current, TimeProvider clock)
{
    public async Task WriteAsync(Sheet sheet, string? basedOn)
    {
        var (who, key) = (current.Account!.AccountId, Key(sheet));
        await db.WriteAsync(async () =>
        {
            var text = await db.UnsavedTexts.SingleOrDefaultAsync(t => t.AccountId == who && t.Key == key);
            if (text is null) db.Add(text = new() { AccountId = who, Key = key });
            text.Write(sheet.Data.ToJsonString(Json.Options), basedOn, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        });
    }

    public async Task<UnsavedText?> FindAsync(Sheet sheet)
    {
        var (who, key) = (current.Account?.AccountId, Key(sheet));
        return await db.UnsavedTexts.AsNoTracking().SingleOrDefaultAsync(t => t.AccountId == who && t.Key == key);
    }

    public Task ForgetAsync(Sheet sheet)
    {
        var (who, key) = (current.Account?.AccountId, Key(sheet));
        return db.WriteAsync(() => db.UnsavedTexts.Where(t => t.AccountId == who && t.Key == key).ExecuteDeleteAsync());
    }

    public static JsonObject Data(UnsavedText text) => JsonNode.Parse(text.Data)!.AsObject();

    private static string Key(Sheet sheet) => sheet.Item?.ContentItemId ?? (sheet.LocalizationSet is { } set ? $"new {set} {sheet.Culture}" : $"new {sheet.Type.Name}");
}
