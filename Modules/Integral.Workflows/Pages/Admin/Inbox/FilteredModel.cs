using Integral.Workflows.Inbox;

namespace Integral.Workflows.Pages.Admin.Inbox;

/// <summary>A page of the inbox that knows what is looked for: from a list one comes to a task, and from that to the next of the list.</summary>
internal abstract class FilteredModel : PageModel
{
    [BindProperty(SupportsGet = true)] public InboxSide Side { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Whose matter, or for what")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "To be decided")] public Guid? Stage { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Deadline")] public InboxDue? Due { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Only what nobody works on")] public bool Free { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Order")] public InboxSort? Sort { get; set; }

    public InboxFilter Filter => new(Side, Q, Stage, Due, Free, Sort ?? InboxSort.Oldest);

    /// <summary>Values of an address that looks for the same, and more.</summary>
    public Dictionary<string, string> With(string name, object value) => new(Filter.Values) { [name] = $"{value}" };

    /// <summary>To where the form is posted that takes a decision back.</summary>
    public string? UndoOf(Guid? with) => with is { } set ? Url.Page("Index", "Undo", With("set", set)) : null;
}
