using System.Text.Json.Nodes;
using Integral.Platform.Settings;

namespace Integral.People.Registration;

/// <summary>Who may register at the institution: nobody, until somebody opens it by a recipe or on the screen.</summary>
/// <param name="Citizens">People, as learners.</param>
/// <param name="Organisations">Employers and partners.</param>
internal sealed record RegistrationSettings(bool Citizens = false, bool Organisations = false)
{
    public const string Name = "RegistrationSettings";

    private const string OfCitizens = "citizens", OfOrganisations = "organisations";

    public static KnownSettings Known { get; } = new(Name, values => values
        .Where(v => v.Key is not (OfCitizens or OfOrganisations) || v.Value?.GetValueKind() is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False))
        .Select(v => (v.Key, T.Say("Registration is opened or shut with 'citizens' and 'organisations', each true or false."))).ToList());

    /// <summary>Changes when somebody opens or shuts it.</summary>
    public string Tag => $"\"{Citizens}.{Organisations}\"";

    public static async Task<RegistrationSettings> OfAsync(Db db) => await db.SettingAsync<RegistrationSettings>(Name) ?? new();

    /// <summary>The caller saves.</summary>
    public Task PutAsync(Db db) => db.PutSettingAsync(Name, new JsonObject { [OfCitizens] = Citizens, [OfOrganisations] = Organisations });
}
