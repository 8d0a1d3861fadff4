using Integral.Platform.Localization;

namespace Integral.Platform.Reporting;

/// <summary>
/// Something that institutions count and those above them may know, without persons. A module declares it by a class:
/// <c>services.AddScoped&lt;Indicator, AccountsByRole&gt;()</c>.
/// </summary>
public abstract class Indicator
{
    /// <summary>The dimension whose groups are the names of <see cref="Tenancy.TenantKind"/>; the screens have words for it.</summary>
    public const string TenantKindDimension = "kind";

    /// <summary><c>area.what</c>; it stays when the class is renamed.</summary>
    public abstract string Id { get; }
    public abstract Sentence Title { get; }

    /// <summary>What a number of it is a number of; the heading of its column.</summary>
    public abstract Sentence Unit { get; }

    /// <summary>The dimension by which it is shown, such as <c>role</c>; null for one that has only a total.</summary>
    public virtual string? ShownBy => null;

    /// <summary>Small groups of it are kept back from whoever reads it. False only where nobody could be recognised by it.</summary>
    public virtual bool CountsPersons => true;

    /// <summary>It says how things stand: of several days the last one counts. False for what happens: days are added up.</summary>
    public virtual bool IsState => true;

    /// <summary>A group of <see cref="ShownBy"/> in words.</summary>
    public virtual Sentence Word(string group) => new(group);

    /// <summary>Counts it in the current tenant, every night. Null for one that its module reports itself, through <see cref="Figures"/>.</summary>
    public virtual Task<IReadOnlyList<Figure>?> CountAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Figure>?>(null);
}
