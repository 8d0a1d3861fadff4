using System.Text.Json.Nodes;
using Integral.Announcements.Data;
using Integral.People.Contracts;
using Integral.Platform.Recipes;

namespace Integral.Announcements.Recipes;

/// <summary>Announcements that were published before, elsewhere or in a demo; no bell rings for them here. One of the same title isn't kept twice.</summary>
internal sealed class AnnouncementsStep(HostDb host, RoleBook roles, TimeProvider clock) : IRecipeStep
{
    public string Name => "Announcements";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        await run.Db.SaveChangesAsync();
        foreach (var (said, place) in step.Objects(step.Body, "Announcements", "Announcements", run))
        {
            try
            {
                await KeepAsync(said, run);
            }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
    }

    private async Task KeepAsync(JsonObject said, RecipeRun run)
    {
        var (title, at, zone) = (said.Text("Title") ?? "", said.Ago(clock) ?? clock.GetUtcNow().UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById(run.TimeZone));
        if (await run.Db.Announcements.AnyAsync(a => a.OriginId == null && a.Title == title)) return;
        var from = zone.DayOf(at);
        DateOnly? until = int.TryParse(said.Text("Days"), out var days) ? from.AddDays(days) : null;
        var by = said.Text("By") is { } login ? await AccountAsync(login, run) : null as Guid?;
        var readers = new List<Guid>();
        foreach (var reader in Listed(said, "ReadBy")) readers.Add(await AccountAsync(reader, run));
        var one = new Announcement(by, said.Text("Author") ?? run.Tenant.Name, at);
        var text = said.Text("Text") ?? "";
        one.Describe(new(title, text, from, until, said.Flag("Important")), ShownText.FirstLine(text), at);
        var audience = await AudienceAsync(said, run);
        one.Address(audience.Parts());
        one.Publish(from, at);
        one.KeepAsTold();
        run.Db.Add(one);
        readers.ForEach(r => Read(run.Db, one, r, at));
        if (audience.IsBelow) await run.Offers.OfferAsync(SharedAnnouncement.Kind, $"{one.Id}", SharedAnnouncement.Of(one, audience));
        await run.Db.SaveChangesAsync();
    }

    private void Read(Db db, Announcement one, Guid account, DateTime at)
    {
        var (now, receipt) = (clock.GetUtcNow().UtcDateTime, new AnnouncementReceipt { AnnouncementId = one.Id, AccountId = account });
        receipt.Read(one.Edition, at + (now - at) / 2);
        db.Add(receipt);
    }

    private async Task<Audience> AudienceAsync(JsonObject said, RecipeRun run)
    {
        var groups = new List<Guid>();
        foreach (var name in Listed(said, "Groups")) groups.Add(await run.Db.Set<Group>().Where(g => g.Name == name).OrderBy(g => g.Id).Select(g => (Guid?)g.Id).FirstOrDefaultAsync() ?? throw new RuleException(T.Say("There is no group '{0}' here.", name), "Groups"));
        if (Listed(said, "Roles").Concat(Listed(said, "BelowRoles")).FirstOrDefault(r => roles.Find(run.Tenant, r) is null && !run.Roles.Contains(r)) is { } unknown) throw new RuleException(T.Say("There is no role '{0}' here.", unknown), "Roles");
        return new()
        {
            Everybody = said.Flag("Everybody"), Roles = [.. Listed(said, "Roles")], Groups = groups, Below = said.Flag("Below"), BelowRoles = [.. Listed(said, "BelowRoles")],
            Whom = Enum.TryParse<GroupWhom>(said.Text("Whom"), ignoreCase: true, out var whom) ? whom : GroupWhom.Both,
        };
    }

    private async Task<Guid> AccountAsync(string login, RecipeRun run) => await run.AccountAsync(host, login) ?? throw new RuleException(T.Say("Nobody signs in as '{0}'.", login), "ReadBy");

    private static IEnumerable<string> Listed(JsonObject said, string name) => (said.Find(name) as JsonArray ?? []).Select(n => $"{n}");
}
