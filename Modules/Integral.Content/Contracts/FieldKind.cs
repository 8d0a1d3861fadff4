using System.Text.Json.Nodes;
using Integral.Ui;

namespace Integral.Content.Contracts;

/// <summary>
/// A kind of field: how a form asks for it, what is kept of the answer, what visitors see of it and by what its item is found. A value is an
/// object of JSON as Orchard Core writes it; what a kind doesn't know in it stays. Modules add kinds as singletons of this type.
/// </summary>
public abstract class FieldKind
{
    /// <summary>As recipes call it: <c>TextField</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Tells kinds of one name apart, as recipes write it into ContentPartFieldSettings; empty for the usual one.</summary>
    public virtual string Editor => "";

    /// <summary>What the editor of types calls it.</summary>
    public abstract Sentence Title { get; }

    /// <summary>Whether new fields of the kind can be added in the editor of types. Others come with recipes and keep their values.</summary>
    public virtual bool IsOffered => true;

    /// <summary>The pages of the site that are chosen in it, by their ids or their sets of translations; null where its form doesn't offer them.</summary>
    internal virtual IEnumerable<string>? Pages(JsonObject value) => null;

    /// <summary>Ids of other items that are chosen in it.</summary>
    internal virtual IEnumerable<string> Named(JsonObject value) => [];

    /// <summary>Visitors can be shown it with its title before it.</summary>
    public virtual bool HasFacts => false;

    /// <summary>What can be said of such a field besides its name, its hint and whether it is needed.</summary>
    public virtual IReadOnlyList<FieldOption> Options => [];

    /// <summary>The controls of a form, with what is kept in them.</summary>
    public abstract IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form);

    /// <summary>Puts an answer into the value as it was typed; <see cref="Fault(FieldUse, JsonObject)"/> tells whether it can be kept.</summary>
    public abstract void Take(FieldUse field, JsonObject value, FieldAnswers answers);

    /// <summary>Nobody has said anything.</summary>
    public abstract bool IsEmpty(JsonObject value);

    /// <summary>The value as plain text, for the history: two values are the same if and only if their texts are.</summary>
    public abstract string Plain(JsonObject value);

    /// <returns>What is wrong with a value that isn't empty; null if it can be kept.</returns>
    public virtual Sentence? Fault(FieldUse field, JsonObject value) => null;

    /// <summary>The same for a kind of which what was there before may stay, though it couldn't be chosen anew.</summary>
    /// <param name="before">What was kept the last time.</param>
    public virtual Sentence? Fault(FieldUse field, JsonObject value, JsonObject before) => Fault(field, value);

    /// <summary>The value as people read it in the history, in the reader's language.</summary>
    public virtual string Told(FieldUse field, JsonObject value) => Plain(value);

    /// <summary>What a block or an entry of a menu with this value is called in a form; null where the value doesn't say it.</summary>
    internal virtual string? Called(JsonObject value, FieldForm form) => null;

    /// <summary>Writes what visitors see below the item's title.</summary>
    /// <param name="field">Its title isn't shown unless the kind writes it.</param>
    /// <param name="value">Whoever wrote it: nothing in it is trusted.</param>
    /// <param name="page">Encodes and cleans what it is given.</param>
    public virtual void Show(FieldUse field, JsonObject value, PageText page) { }

    /// <summary>By what the item can be found and sorted.</summary>
    public virtual IEnumerable<FieldKey> Keys(JsonObject value) => [];

    /// <summary>What of this site it names, so that one can see where a thing is used before it is taken away.</summary>
    public virtual IEnumerable<FieldReference> References(JsonObject value) => [];
}

/// <summary>Something that a field is found by: exactly one of the four.</summary>
/// <param name="Text">At most <see cref="LongestText"/> characters of it are kept.</param>
/// <param name="Number">Finite.</param>
/// <param name="Moment">UTC.</param>
/// <param name="Flag">A yes or a no.</param>
public sealed record FieldKey(string? Text = null, double? Number = null, DateTime? Moment = null, bool? Flag = null)
{
    /// <summary>An index of PostgreSQL takes no row much longer.</summary>
    public const int LongestText = 400;
}

/// <summary>A setting of a field, kept in the section <c>TextFieldSettings</c> of a <c>TextField</c>, and so on.</summary>
/// <param name="Name">As Orchard Core calls it: <c>Maximum</c>.</param>
/// <param name="Title">The label in the editor of types.</param>
/// <param name="Kind">Of the control: <c>number</c>, <c>checkbox</c>, <c>text</c>, <c>types</c> for names of content types, <c>book</c> for the code of a reference book.</param>
public sealed record FieldOption(string Name, Sentence Title, string Kind);
