namespace Integral.Applications;

/// <summary>The last number that was given to an application. One row.</summary>
internal sealed class LastNumber
{
    public const string Applications = "applications";

    /// <summary>Of what.</summary>
    public required string Name { get; init; }
    public int Value { get; set; }
}

/// <summary>Gives applications their numbers, without gaps: what isn't committed has taken none.</summary>
internal static class Numbers
{
    /// <summary>The next ones, within the transaction that is open. Until it ends nobody else takes any.</summary>
    /// <returns>The last of them.</returns>
    public static async Task<int> TakeAsync(Db db, int many)
    {
        var row = db.Set<LastNumber>().Where(n => n.Name == LastNumber.Applications);
        if (await row.ExecuteUpdateAsync(n => n.SetProperty(x => x.Value, x => x.Value + many)) == 0)
        {
            db.Add(new LastNumber { Name = LastNumber.Applications, Value = many });
            await db.SaveChangesAsync();
        }
        return await row.AsNoTracking().Select(n => n.Value).SingleAsync();
    }
}
