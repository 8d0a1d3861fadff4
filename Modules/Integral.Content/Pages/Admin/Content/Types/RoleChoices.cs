using Integral.Content.Definitions;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Pages.Admin.Content.Types;

/// <summary>Asks what each role may do with a type.</summary>
internal static class RoleChoices
{
    private static readonly TypeRight[] Offered =
        [TypeRight.None, TypeRight.Write, TypeRight.Write | TypeRight.Edit, TypeRight.Write | TypeRight.Publish, TypeRight.Write | TypeRight.Edit | TypeRight.Publish];

    public static IEnumerable<FieldInput> Ask(TypeForm form, DescribedType? type, TypeGrants grants, Texts texts) => grants.Offered(type).Select(role =>
    {
        var chosen = form.Rights.GetValueOrDefault(role.Name) ?? "";
        // A recipe may have said what isn't among the choices: it stays so until somebody chooses another.
        var others = type?.Said.Rights is { } said && said.TryGetValue(role.Name, out var own) ? Offered.Append(own).Distinct() : Offered;
        return new FieldInput($"Form.Rights[{role.Name}]", texts.Say(new Sentence(role.Title)), "select")
        {
            Value = chosen, Chosen = [chosen], IsRequired = false,
            Items = [new(texts["As its permissions say: {0}", Told(TypeGrants.Usual(role), texts)], ""), .. others.Select(r => new SelectListItem(Told(r, texts), TypeForm.NumberOf(r)))],
        };
    });

    private static string Told(TypeRight rights, Texts texts) => rights == TypeRight.None ? texts["may nothing"] : string.Join(", ", Words(rights).Select(word => texts.Say(word)));

    private static IEnumerable<Sentence> Words(TypeRight rights)
    {
        if (rights.HasFlag(TypeRight.Write)) yield return T.Say("writes and changes its own");
        if (rights.HasFlag(TypeRight.Edit)) yield return T.Say("changes others’");
        if (rights.HasFlag(TypeRight.Publish)) yield return T.Say("publishes");
    }
}
