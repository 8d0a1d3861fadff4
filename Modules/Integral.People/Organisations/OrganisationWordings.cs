using Integral.Ui.TagHelpers;

namespace Integral.People.Organisations;

internal static class OrganisationWordings
{
    public static Tone Tone(this OrganisationStage stage) => stage switch
    {
        OrganisationStage.Active => Ui.TagHelpers.Tone.Good,
        OrganisationStage.Talks or OrganisationStage.Agreement => Ui.TagHelpers.Tone.Info,
        _ => Ui.TagHelpers.Tone.Neutral,
    };

    /// <summary>The name of its icon.</summary>
    public static string Picture(this InteractionKind kind) => kind switch
    {
        InteractionKind.Call => "phone",
        InteractionKind.Meeting => "users",
        InteractionKind.Letter => "mail",
        _ => "check",
    };
}
