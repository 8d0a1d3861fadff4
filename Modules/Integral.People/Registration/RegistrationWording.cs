using Integral.People.Organisations;
using Integral.Ui.TagHelpers;

namespace Integral.People.Registration;

internal static class RegistrationWording
{
    /// <summary>What the delivered workflow says, so that it is translated.</summary>
    public static IReadOnlyList<Sentence> Delivered { get; } =
    [
        T.Say("Registration of organisations"), T.Say("An organisation registers"), T.Say("Look at the organisation"), T.Say("Accept as a new one"), T.Say("Join to the one that is here"), T.Say("Ask for a correction"), T.Say("Refuse"),
        T.Say("The organisation is accepted"), T.Say("It is joined to the one that is here"), T.Say("A correction is asked for"), T.Say("The organisation corrects it"), T.Say("The registration is refused"),
        T.Say("Please check the tax number."), T.Say("Please write what you want to do together with us."), T.Say("We work with organisations of our region only."), T.Say("Done"),
    ];

    /// <summary>What it means for whoever sent it, in plain words.</summary>
    public static Sentence Meaning(this RegistrationState state) => state switch
    {
        RegistrationState.Unconfirmed => T.Say("Confirm that this e-mail is yours: only then we look at the registration."),
        RegistrationState.Waiting => T.Say("We look at the registration. There is nothing you have to do."),
        RegistrationState.Asked => T.Say("Something is to be corrected. Read what, and send the form once more."),
        RegistrationState.Accepted => T.Say("The organisation is accepted."),
        _ => T.Say("The registration is refused. The reason stands below."),
    };

    public static Tone Tone(this RegistrationState state) => state switch
    {
        RegistrationState.Waiting => Ui.TagHelpers.Tone.Info, RegistrationState.Asked => Ui.TagHelpers.Tone.Warn, RegistrationState.Accepted => Ui.TagHelpers.Tone.Good,
        RegistrationState.Refused => Ui.TagHelpers.Tone.Bad, _ => Ui.TagHelpers.Tone.Neutral,
    };

    /// <summary>As what the representative of such an organisation comes in.</summary>
    public static string Role(this OrganisationKind kind) => kind == OrganisationKind.Partner ? DeliveredRoles.PartnerOrg : DeliveredRoles.CustomerOrg;
}
