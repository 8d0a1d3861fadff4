using Integral.Content.Editing;
using Integral.Platform.Recipes;
using Integral.Ui;

namespace Integral.Content.Pages.Admin.Content;

/// <summary>The part of a form in which other items are chosen, with those whose titles have certain words; what is chosen already stays.</summary>
[Authorize(ContentModule.Write)]
internal sealed class PickModel(ItemChoices choices, Current current, Texts texts) : PageModel
{
    private const int MostTypes = 20;

    public FieldInput Choice { get; private set; } = null!;
    public bool IsNothing { get; private set; }

    /// <param name="field">Names the control; what is chosen in it is sent along under the same name.</param>
    /// <param name="label">What the choice is called.</param>
    /// <param name="of">Names of content types.</param>
    /// <param name="many">Several can be chosen.</param>
    /// <param name="lang">Two letters.</param>
    public async Task OnGetAsync(string? field, string? label, string[] of, bool many, string? lang)
    {
        (field, lang) = (field ?? "", lang ?? current.Tenant.Culture);
        IReadOnlyList<string> chosen = [.. Request.Query[field].OfType<string>().Where(UniqueId.Is).Distinct()];
        var found = (await choices.OfAsync(of.Take(MostTypes), lang, Request.Query[$"{field.Replace('.', '-')}-q"])).SelectMany(c => c.Value).ToList();
        IsNothing = found.Count == 0;
        Choice = new(field, label ?? texts["Found by the title"], "pick") { Items = ItemChoices.With(chosen, found, await choices.NamedAsync(chosen), texts), Chosen = chosen, IsMany = many, Of = of };
    }
}
