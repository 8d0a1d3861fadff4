using Integral.Platform.Audit;
using Integral.Platform.Localization;

namespace Integral.Platform.Tenancy;

public enum TenantKind { Region, City, District, School, Kindergarten, Centre, Authority }

/// <summary>Creating: being deployed, not to be seen. Removed: a tombstone by which nodes learn of it.</summary>
public enum TenantState { Creating, Running, Disabled, NeedsAttention, Removed }

/// <summary>A row of the catalogue: an institution with its own site, people and data.</summary>
[Audited]
public sealed class Tenant
{
    /// <summary>Signs of JSON.</summary>
    public const int LongestProfile = 8000;

    public Guid Id { get; internal init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>First segment of its addresses; empty for the root tenant.</summary>
    public required string Path { get; set; }

    /// <summary>Host names that are its own.</summary>
    public List<string> Hosts { get; private set; } = [];
    public Guid? ParentId { get; set; }
    public required TenantKind Kind { get; init; }

    /// <summary>Its key in the register it was imported from, if any.</summary>
    public string? Code { get; init; }

    /// <summary>The database server that holds it: the name of a connection string; empty for the default one.</summary>
    public string Server { get; init; } = "";
    public required string Culture { get; set; }
    public string TimeZone { get; set; } = "UTC";
    public TenantState State { get; set; } = TenantState.Creating;

    /// <summary>Why it needs attention, for the operator; null otherwise.</summary>
    public string? Trouble { get; set; }
    public List<string> Features { get; private set; } = [];

    /// <summary>What everybody may know of it, as JSON: shown by the institutions above without opening its database. Empty where nothing was said.</summary>
    public string Profile { get; private set; } = "";

    /// <summary>The number of the change that last touched this row.</summary>
    public long Version { get; private set; }

    /// <summary>The number of the change that last concerned more than single texts of its site. What is cached for a tenant is keyed by it.</summary>
    public long SiteVersion { get; private set; }

    /// <summary>Which single texts changed since (<see cref="SiteTouches"/>).</summary>
    public string Touched { get; private set; } = "";

    /// <summary>The migrations its file has had; differs from the running code's until it was upgraded. Empty on PostgreSQL.</summary>
    public string Schema { get; set; } = "";
    public DateTime CreatedAt { get; init; }

    private IReadOnlyCollection<string>? touching;
    private SiteTouches? touches;

    internal SiteTouches Touches => touches ??= SiteTouches.Read(Touched);

    /// <summary>Only these texts of its site have changed.</summary>
    internal void Touch(IReadOnlyCollection<string> texts) => touching = texts;

    /// <summary>Gives the change that is being made its number.</summary>
    internal void Stamp(long number)
    {
        touches = touching is null ? SiteTouches.None : Touches.With(touching, number);
        (Version, SiteVersion, Touched) = (number, touching is null ? number : SiteVersion, touching is null ? "" : touches.ToString());
        touching = null;
    }

    /// <summary>Makes a deployed tenant visible, with its features.</summary>
    internal void Open(IEnumerable<string> features, string timeZone, bool isOff = false)
    {
        Rule.Require(State == TenantState.Creating, T.Say("Making '{0}' took so long that it was given up.", Name));
        Furnish(features, timeZone);
        State = isOff ? TenantState.Disabled : TenantState.Running;
    }

    /// <summary>What a recipe may change of a tenant; whether it runs isn't the recipe's business.</summary>
    internal void Furnish(IEnumerable<string> features, string timeZone) => (Features, TimeZone) = ([.. features.Order()], timeZone);

    internal void Rename(string name)
    {
        CheckName(name);
        Name = name.Trim();
    }

    internal void Speak(string culture)
    {
        CheckCulture(culture);
        Culture = culture;
    }

    internal void LiveIn(string timeZone)
    {
        CheckTimeZone(timeZone);
        TimeZone = timeZone;
    }

    internal void Present(string profile) => Profile = profile.Length <= LongestProfile ? profile : "";

    internal void Answer(IEnumerable<string> hosts) => Hosts = [.. hosts.Distinct(StringComparer.OrdinalIgnoreCase)];

    internal void MoveTo(string path)
    {
        Rule.Require(!IsRoot, "The root institution has no address of its own to change.", nameof(Path));
        Path = path;
    }

    internal void MoveUnder(Tenant parent, Catalogue catalogue)
    {
        Rule.Require(!IsRoot, "The root institution stands above all others and can't be moved.", nameof(ParentId));
        Rule.Require(!catalogue.IsAtOrBelow(parent, Id), T.Say("'{0}' can't stand under itself: '{1}' is below it.", Name, parent.Name), nameof(ParentId));
        parent.RequireRunning();
        ParentId = parent.Id;
    }

    internal void RequireRunning() =>
        Rule.Require(State == TenantState.Running, T.Say("'{0}' isn't running, so nothing can be placed under it.", Name), nameof(ParentId));

    internal void Disable()
    {
        Rule.Require(!IsRoot, "The root institution runs the installation and can't be switched off.");
        State = TenantState.Disabled;
    }

    /// <summary>From Disabled, or from NeedsAttention: then what failed is tried again at the next visit.</summary>
    internal void Enable() => (State, Trouble) = (TenantState.Running, null);

    internal void Switch(IEnumerable<string> features) => Features = [.. features.Order(StringComparer.Ordinal)];

    internal static void CheckName(string name) =>
        Rule.Require(name.Trim().Length is > 0 and <= 300, "A name has 1 to 300 characters.", nameof(Name));

    internal static void CheckCulture(string culture) => Rule.Require(Texts.Cultures.Contains(culture),
        T.Say("There is no language '{0}' here. There are: {1}.", culture, string.Join(", ", Texts.Cultures)), nameof(Culture));

    internal static void CheckTimeZone(string zone) =>
        Rule.Require(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), T.Say("There is no time zone '{0}'.", zone), nameof(TimeZone));

    /// <summary>Leaves a tombstone that holds no address any more.</summary>
    internal void Bury()
    {
        State = TenantState.Removed;
        Hosts = [];
        Features = [];
    }

    public bool IsRoot => Path.Length == 0;
    public bool Has(string feature) => Features.Contains(feature);
}
