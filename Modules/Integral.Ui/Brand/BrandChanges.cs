using System.Data.Common;
using System.Text.Json.Nodes;
using Integral.Platform.Files;
using Integral.Platform.Settings;

namespace Integral.Ui.Brand;

/// <summary>What an institution wants to look like. Null is 'as the institution above'.</summary>
/// <param name="Seen">The version that the person had before them; a newer one refuses the change.</param>
internal sealed record WantedBrand(string? Main, string? Accent, string? ShortName, Shape? Shape, Font? Font, string? Seen)
{
    /// <summary>A new picture; null leaves the one that is there.</summary>
    public byte[]? Logo { get; init; }
    public bool WithoutLogo { get; init; }

    /// <summary>Null leaves the theme as it is.</summary>
    public string? Theme { get; init; }
}

/// <summary>Changes the current institution's looks, for the screen and the API alike.</summary>
internal sealed class BrandChanges(Db db, Current current, TenantChanges tenants, TenantFiles files, Themes themes)
{
    private const string UniqueViolation = "23505";

    public Task<BrandSettings> OwnAsync() => BrandSettings.ReadAsync(db);

    /// <summary>A name for this state of what was said.</summary>
    public static string VersionOf(BrandSettings said) => Secrets.Digest(Json.Write(said))[..16];

    public async Task SaveAsync(WantedBrand wanted)
    {
        var values = Checked(wanted);
        var logo = wanted.Logo is { } picture ? await KeepAsync(picture) : null;
        var before = await WriteAsync(wanted, values, logo);
        await tenants.TouchAsync(current.Tenant.Id);
        if (before.Logo is { } old && (logo is not null || wanted.WithoutLogo)) File.Delete(files.PathOf(old.File));
    }

    /// <returns>What was said before.</returns>
    private async Task<BrandSettings> WriteAsync(WantedBrand wanted, JsonObject values, Logo? logo)
    {
        try
        {
            return await db.WriteAsync(() => OverwriteAsync(wanted, values, logo));
        }
        catch (Exception refused) when (refused is DbUpdateException or DbException or RuleException)
        {
            if (logo is not null) File.Delete(files.PathOf(logo.File));
            // Both said something for the first time.
            if (refused.InnerException is DbException { SqlState: UniqueViolation }) throw new DbUpdateConcurrencyException(refused.Message, refused);
            throw;
        }
    }

    private async Task<BrandSettings> OverwriteAsync(WantedBrand wanted, JsonObject values, Logo? logo)
    {
        // Before the version is looked at: whoever writes in between is noticed when this is saved.
        await db.Set<Setting>().Where(s => s.Name == BrandSettings.Name || s.Name == BrandSettings.ThemeName).LoadAsync();
        var before = await OwnAsync();
        if (wanted.Seen is { } seen && seen != VersionOf(before)) throw new DbUpdateConcurrencyException();
        values["Logo"] = wanted.WithoutLogo ? null : (logo ?? before.Logo)?.ToJson();
        await db.PutSettingAsync(BrandSettings.Name, values);
        if (wanted.Theme is { } theme) await db.PutSettingAsync(BrandSettings.ThemeName, new() { ["site"] = theme, ["admin"] = theme });
        await db.SaveChangesAsync();
        return before;
    }

    private JsonObject Checked(WantedBrand wanted)
    {
        var (main, accent) = (ColourOf(wanted.Main, nameof(wanted.Main)), ColourOf(wanted.Accent, nameof(wanted.Accent)));
        Rule.Require(main is not null || accent is null, "Choose a main colour too: the accent goes with it.", nameof(wanted.Main));
        var name = wanted.ShortName?.Trim() is { Length: > 0 } said ? said : null;
        Rule.Require(name is null or { Length: <= BrandSettings.LongestName }, T.Say("A short name has at most {0} characters.", BrandSettings.LongestName), nameof(wanted.ShortName));
        Rule.Require(wanted.Theme is null || themes.Names.Contains(wanted.Theme), T.Say("There is no theme '{0}' here. There are: {1}.", $"{wanted.Theme}", string.Join(", ", themes.Names)), nameof(wanted.Theme));
        return new() { ["Main"] = main?.ToString(), ["Accent"] = accent?.ToString(), ["ShortName"] = name, ["Shape"] = wanted.Shape?.ToString(), ["Font"] = wanted.Font?.ToString() };
    }

    private static Colour? ColourOf(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        Rule.Require(Colour.TryParse(text, out var colour), T.Say("'{0}' isn't a colour such as #0f5a6b.", text), field);
        return colour;
    }

    // Under a name nobody refers to until the setting does: if that fails, nothing shows it and it is deleted.
    private async Task<Logo> KeepAsync(byte[] picture)
    {
        var logo = Logo.Read(picture, current.Tenant.Id);
        var place = files.PathOf(logo.File);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        await File.WriteAllBytesAsync(place, picture);
        return logo;
    }
}
