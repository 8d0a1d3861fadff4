using System.Text.Json.Serialization;

namespace Integral.People.Import;

/// <summary>What becomes of a row.</summary>
internal enum RowFate
{
    [Display(Name = "Added")] Added,
    [Display(Name = "Changed")] Changed,
    [Display(Name = "No change")] Left,
    [Display(Name = "Refused")] Refused,
}

/// <summary>A row with what is to be done for it.</summary>
/// <param name="PersonId">Of the person who is here, or who is to be made; null for an account without a person.</param>
/// <param name="Standing">What the account is to be here; null where that stays, or where there is none.</param>
internal sealed record RowPlan(PersonRow Row, Guid? PersonId, bool IsNew, Standing? Standing)
{
    /// <summary>The membership that is to be changed.</summary>
    public Guid? MembershipId { get; init; }

    /// <summary>An account that is there already and is to become a member.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Of the account that is to be made; null for one that is issued.</summary>
    public string? Login { get; init; }

    /// <summary>Fields in which the row differs from the person.</summary>
    public IReadOnlyList<PersonField> Changes { get; init; } = [];

    public bool MakesAccount => Standing is not null && MembershipId is null && AccountId is null;
    public RowFate Fate => IsNew ? RowFate.Added : Standing is not null || Changes.Count > 0 ? RowFate.Changed : RowFate.Left;

    /// <summary>In a sentence.</summary>
    public Sentence Says => Fate switch
    {
        RowFate.Added => Account(),
        RowFate.Left => T.Say("Nothing differs."),
        _ when Standing is null || MembershipId is not null => T.Say("Changed: {0}.", Fields()),
        _ when Changes.Count == 0 => Account(),
        _ => T.Say("Changed: {0}. {1}", Fields(), Account()),
    };

    private Sentence Account() => this switch
    {
        { Standing: null } => T.Say("Without an account."),
        { AccountId: not null } => T.Say("With the account {0}, which keeps its password.", Login!),
        { Login: not null } => T.Say("With a new account, login {0}.", Login),
        _ => T.Say("With a new account; a login is issued."),
    };

    private Sentence Fields() => Changes.Select(f => Platform.Sheets.FieldWords.Word(f)).Aggregate((a, b) => T.Say("{0}, {1}", a, b));
}

/// <summary>What is to be said of a row.</summary>
internal sealed record RowRemark(int Line, string Name, RowFate Fate, [property: JsonConverter(typeof(SentenceConverter))] Sentence Says)
{
    /// <summary>The heading, as the file has it, under which a refused row's fault stands.</summary>
    public string? Column { get; init; }

    [JsonIgnore] public Sentence Said => Column is null ? T.Say("Line {0}, {1}: {2}", Line, Name, Says) : T.Say("Line {0}, column {1}, {2}: {3}", Line, Column, Name, Says);
}
