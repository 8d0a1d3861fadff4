using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Help.Data;
using Integral.Platform.Recipes;
using Integral.Platform.Web;

namespace Integral.Help.Recipes;

/// <summary>Remarks that were sent and answered before, elsewhere or in a demo. The same words of the same sender aren't kept twice.</summary>
internal sealed class RemarksStep(TimeProvider clock) : IRecipeStep
{
    public string Name => "Remarks";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        var there = (await run.Db.Remarks.Select(r => new { r.Name, r.Message }).ToListAsync()).Select(r => (r.Name, r.Message)).ToHashSet();
        var number = await run.Db.Remarks.MaxAsync(r => (int?)r.Number) ?? 0;
        foreach (var (said, place) in step.Objects(step.Body, "Remarks", "Remarks", run))
        {
            if (Read(said, place, number + 1, step, run) is not { } remark || !there.Add((remark.Name, remark.Message))) continue;
            run.Db.Add(remark);
            number++;
        }
    }

    private Remark? Read(JsonObject said, string place, int number, RecipeStep step, RecipeRun run)
    {
        var (message, culture) = (said.Text("Message")?.Trim() ?? "", said.Text("Culture") ?? run.Tenant.Culture);
        if (message.Length is 0 or > Remark.LongestMessage) return Refuse("Message", T.Say("From 1 to {0} characters.", Remark.LongestMessage));
        if (!Texts.Cultures.Contains(culture)) return Refuse("Culture", T.Say("There is no language '{0}' here. There are: {1}.", culture, string.Join(", ", Texts.Cultures)));
        if (Moment(said) is not { } sentAt) return Refuse("SentAt", T.Say("'{0}' isn't a date.", said.Text("SentAt") ?? ""));

        var remark = new Remark
        {
            Number = number, Key = FormTickets.NewKey(), Message = message, Page = Short(said.Text("Page"), Remark.LongestPage) ?? "",
            Name = Short(said.Text("Name"), Remark.LongestName), Email = Short(said.Text("Email"), Remark.LongestEmail), Culture = culture, SentAt = sentAt,
        };
        foreach (var (done, at) in step.Objects(said, "History", $"{place}.History", run))
        {
            var (who, text, when) = (Short(done.Text("Who"), Remark.LongestName) ?? "", Short(done.Text("Text"), Remark.LongestMessage) ?? "", Moment(done, "At") ?? sentAt);
            try
            {
                switch (done.Text("Step"))
                {
                    case nameof(RemarkStep.Taken): remark.Take(who, when); break;
                    case nameof(RemarkStep.Answered): remark.Reply(text, who, when); break;
                    case nameof(RemarkStep.Closed): remark.Close(who, when); break;
                    case nameof(RemarkStep.Reopened): remark.Reopen(who, when); break;
                    case nameof(RemarkStep.Added): remark.Add(text, who, when); break;
                    case var other: run.Problem(step, $"{at}.Step", T.Say("There is no step '{0}' of a remark. There are: {1}.", other ?? "", string.Join(", ", Enum.GetNames<RemarkStep>()))); break;
                }
            }
            catch (RuleException rule) { run.Problem(step, at, rule.Sentence); }
        }
        return remark;

        Remark? Refuse(string field, Sentence what)
        {
            run.Problem(step, $"{place}.{field}", what);
            return null;
        }
    }

    private DateTime? Moment(JsonObject said, string name = "SentAt") => said.Ago(clock)
        ?? (DateTime.TryParse(said.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? moment : null);

    private static string? Short(string? text, int longest) => text?.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, longest)] : null;
}
