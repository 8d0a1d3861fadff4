using System.Data.Common;
using System.Text.Json.Nodes;
using Integral.Platform.Settings;

namespace Integral.Content.Profiles;

/// <summary>Says what everybody may know of the current institution: once, for its own site and for those above.</summary>
internal sealed class ProfileDesk(Db db, Current current, TenantChanges tenants)
{
    private const string UniqueViolation = "23505";

    public async Task<Profile> OwnAsync() => Profile.Of(await db.SettingAsync<JsonObject>(Profile.Setting));

    /// <summary>A name for this state of what was said.</summary>
    public static string VersionOf(Profile said) => Secrets.Digest(Json.Write(said.ToJson()))[..16];

    /// <param name="wanted">As <see cref="Profile.ToJson"/> writes it; what is missing is taken away.</param>
    /// <param name="seen">The version that the person had before them; a newer one refuses the change.</param>
    public async Task SaveAsync(JsonObject wanted, string? seen)
    {
        foreach (var (place, what) in Profile.ProblemsOf(wanted)) throw new RuleException(what, place);
        var values = Profile.Of(wanted).ToJson();
        // Own data first, the catalogue last: if that fails, saving again repairs it.
        var whole = await WriteAsync(values, seen);
        await tenants.PresentAsync(current.Tenant.Id, Profile.Shown(whole));
    }

    private async Task<JsonObject> WriteAsync(JsonObject values, string? seen)
    {
        try
        {
            return await db.WriteAsync(async () =>
            {
                // Before the version is looked at: whoever writes in between is noticed when this is saved.
                await db.Set<Setting>().Where(s => s.Name == Profile.Setting).LoadAsync();
                var before = await OwnAsync();
                if (seen is not null && seen != VersionOf(before)) throw new DbUpdateConcurrencyException();
                var written = await db.PutSettingAsync(Profile.Setting, values);
                await db.SaveChangesAsync();
                return written;
            });
        }
        catch (DbUpdateException both) when (both.InnerException is DbException { SqlState: UniqueViolation }) { throw new DbUpdateConcurrencyException(both.Message, both); }
    }
}
