using System.Text.Json;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Backup;

/// <summary>The first entry of a backup: what it is, of which version, and whose.</summary>
/// <param name="Installation">The id of the root institution where it was taken.</param>
/// <param name="Migrations">The migrations its rows have had, by module: <see cref="Migrator.Levels"/>.</param>
internal sealed record Manifest(string Product, int Format, string Version, DateTime TakenAt, Guid? Installation, string Engine, BackedUpTenant Tenant, IReadOnlyDictionary<string, IReadOnlyList<string>> Migrations, BackupMade Made = BackupMade.ByHand)
{
    public const string OurProduct = "Integral";
    public const int OurFormat = 1;

    public static string OurVersion { get; } = typeof(Manifest).Assembly.GetName().Version!.ToString(3);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, BackupJson.Page);

    /// <exception cref="RuleException">It isn't a backup's, or one of a format that isn't known here.</exception>
    public static Manifest Read(byte[] bytes)
    {
        try
        {
            using var whole = JsonDocument.Parse(bytes);
            var isOurs = whole.RootElement.TryGetProperty("product", out var product) && product.GetString() == OurProduct;
            Rule.Require(isOurs && whole.RootElement.TryGetProperty("format", out _), BackupTrouble.NotABackup);
            var format = whole.RootElement.GetProperty("format").GetInt32();
            Rule.Require(format is >= 1 and <= OurFormat, T.Say("This backup was made by a newer version: its format is {0}, and this version knows formats up to {1}. Update this installation first.", format, OurFormat));
            return whole.Deserialize<Manifest>(BackupJson.Page)!;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException) { throw new RuleException(BackupTrouble.NotABackup); }
    }

    /// <exception cref="RuleException">Its rows are of a newer version, or of a module that isn't built in here.</exception>
    public void RequireKnown(IReadOnlyDictionary<string, IReadOnlyList<string>> ours)
    {
        foreach (var (module, names) in Migrations)
        {
            var known = ours.GetValueOrDefault(module) ?? [];
            if (names.Where((name, i) => known.ElementAtOrDefault(i) != name).FirstOrDefault() is { } strange)
                throw new RuleException(T.Say("This backup was made by a newer version: {0} has '{1}' in its tables of {2}, which this version, {3}, doesn't know. Update this installation first.", Version, strange, module, OurVersion));
        }
    }

    /// <summary>Whether its rows must be brought to this version first.</summary>
    public bool IsOlderThan(IReadOnlyDictionary<string, IReadOnlyList<string>> ours) =>
        ours.Any(level => level.Value.Count > (Migrations.GetValueOrDefault(level.Key)?.Count ?? 0));
}

/// <summary>The tenant as the catalogue had it.</summary>
/// <param name="IsOff">It was switched off by somebody; not by its removal, which switches it off first.</param>
internal sealed record BackedUpTenant(Guid Id, string Name, string Path, TenantKind Kind, string? Code, string Culture, string TimeZone, IReadOnlyList<string> Hosts, IReadOnlyList<string> Features, bool IsOff = false)
{
    /// <summary>What everybody may know of it; null in a backup from before that was kept.</summary>
    public string? Profile { get; init; }

    public static BackedUpTenant Of(Tenant tenant, BackupMade made) =>
        new(tenant.Id, tenant.Name, tenant.Path, tenant.Kind, tenant.Code, tenant.Culture, tenant.TimeZone, tenant.Hosts, tenant.Features, tenant.State == TenantState.Disabled && made != BackupMade.BeforeRemoval) { Profile = tenant.Profile };
}
