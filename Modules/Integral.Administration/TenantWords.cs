using System.Globalization;
using Integral.Platform.Backup;
using Integral.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Administration;

/// <summary>Kinds and states of institutions in words.</summary>
internal static class TenantWords
{
    public static Sentence Of(TenantKind kind) => kind switch
    {
        TenantKind.Region => T.Say("Region"),
        TenantKind.City => T.Say("City"),
        TenantKind.District => T.Say("District"),
        TenantKind.School => T.Say("School"),
        TenantKind.Kindergarten => T.Say("Kindergarten"),
        TenantKind.Centre => T.Say("Training centre"),
        _ => T.Say("Education authority"),
    };

    public static Sentence Of(TenantState state) => state switch
    {
        TenantState.Running => T.Say("Running"),
        TenantState.Disabled => T.Say("Switched off"),
        TenantState.NeedsAttention => T.Say("Needs attention"),
        _ => T.Say("Being created"),
    };

    public static Sentence Of(BackupMade made) => made switch
    {
        BackupMade.BySchedule => T.Say("by schedule"),
        BackupMade.BeforeRemoval => T.Say("before removal"),
        _ => T.Say("by hand"),
    };

    public static Tone ToneOf(TenantState state) => state switch
    {
        TenantState.Running => Tone.Good,
        TenantState.NeedsAttention => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static IEnumerable<SelectListItem> Kinds(Texts texts) => Enum.GetValues<TenantKind>().Select(k => new SelectListItem(texts.Say(Of(k)), $"{k}"));

    public static IEnumerable<SelectListItem> States(Texts texts) =>
        new[] { TenantState.Running, TenantState.Disabled, TenantState.NeedsAttention }.Select(s => new SelectListItem(texts.Say(Of(s)), $"{s}"));

    /// <summary>Languages as their speakers call them.</summary>
    public static IEnumerable<SelectListItem> Languages() => Texts.Cultures.Select(c => new SelectListItem(CultureInfo.GetCultureInfo(c).NativeName, c));

    /// <summary>The zones people here live in first, then all others.</summary>
    public static IEnumerable<SelectListItem> Zones() =>
        TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId && (z.Id.Contains('/') || z.Id == "UTC") && !z.Id.StartsWith("Etc/", StringComparison.Ordinal))
            .OrderBy(z => z.Id, StringComparer.Ordinal).Select(z => new SelectListItem(z.Id.Replace('_', ' '), z.Id));

    public static Sentence? Size(long? bytes) => bytes switch
    {
        null => null,
        < 1 << 20 => T.Say("{0} KB", (bytes.Value + 1023) >> 10),
        < 1L << 30 => T.Say("{0} MB", Math.Round(bytes.Value / 1048576.0, 1)),
        _ => T.Say("{0} GB", Math.Round(bytes.Value / 1073741824.0, 1)),
    };

    /// <summary>The institutions of a select, each indented by how deep it stands.</summary>
    public static IEnumerable<SelectListItem> Items(this Catalogue catalogue, IEnumerable<Tenant> tenants, Current current)
    {
        var above = catalogue.UpFrom(current.Tenant).Count();
        return tenants.Select(t => new SelectListItem(new string('\u2003', catalogue.UpFrom(t).Count() - above) + t.Name, $"{t.Id}"));
    }
}
