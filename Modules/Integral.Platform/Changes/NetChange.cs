using System.Text.Json;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Integral.Platform.Changes;

/// <summary>What a whole set did to one row, however often it touched it.</summary>
/// <param name="Before">Its values before; null if the set made it.</param>
/// <param name="After">The digest that the set left; null if it took the row away.</param>
internal sealed record NetChange(IEntityType Type, object[] Key, string? Before, string? After)
{
    /// <summary>The row as it is now; null if it isn't there.</summary>
    public EntityEntry? Row { get; set; }

    /// <summary>It can't be put back without taking away what somebody did afterwards.</summary>
    public bool IsLeft { get; set; }

    public bool IsNew => Before is null;
    public Guid? Id => Key is [Guid id] ? id : null;

    /// <summary>Whether the row is as the set left it. What is as it was before already is no trouble either, and nothing to do.</summary>
    public bool IsAsLeft => Row is null ? After is null : After is not null && RowImage.Digest(Row) == After;

    /// <summary>A deleted row that had secrets can't come back: they weren't kept.</summary>
    public bool IsLost => After is null && RowImage.HasSecrets(Type);

    /// <summary>The person who had an account or an invitation before and doesn't now. It goes back only where the person does: they are in two databases.</summary>
    public Guid? FormerPerson => (Type.ClrType == typeof(Membership) || Type.ClrType == typeof(Invitation)) && Before is not null && Guid.TryParse(Told().Text(nameof(Membership.PersonId)), out var person) && PresentPerson != person ? person : null;

    /// <summary>The person who has it now.</summary>
    public Guid? PresentPerson => Row?.Entity switch { Membership member => member.PersonId, Invitation invitation => invitation.PersonId, _ => null };

    /// <summary>To what the row refers; one that the set took away, to what it did.</summary>
    public Guid? Refers(IProperty key) => Row is { } row ? row.Property(key).CurrentValue as Guid?
        : Before is not null && Json.Read<Dictionary<string, JsonElement>>(Before)!.GetValueOrDefault(key.Name) is { ValueKind: JsonValueKind.String } text && text.TryGetGuid(out var of) ? of : null;

    public FormerRow Told() => new(Id!.Value, Before is null ? null : Json.Read<Dictionary<string, JsonElement>>(Before));

    public static List<NetChange> Of(IEnumerable<RecordedChange> records, IModel model) =>
    [
        .. records.OrderBy(r => r.Number).GroupBy(r => (r.Entity, r.Key))
            .Select(g => (Type: model.FindEntityType(g.Key.Entity), g.Key.Key, g.First().Before, g.Last().After))
            .Where(c => c.Type is not null && (c.Before ?? c.After) is not null)
            .Select(c => new NetChange(c.Type!, RowImage.KeyFrom(c.Type!, c.Key), c.Before, c.After)),
    ];
}
