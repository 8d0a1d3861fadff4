using System.Globalization;
using Integral.Applications.Data;
using Integral.Platform.Sheets;

namespace Integral.Applications;

/// <summary>The applications for one thing as a table to take along: a column for each question that anybody was asked, also for those that nobody is asked any more.</summary>
internal sealed class ApplicationTable(Db db, Texts texts)
{
    private const int AtOnce = 500;

    public async Task WriteAsync(Guid of, SheetFormat format, Stream to)
    {
        // By name: what is called otherwise by now is the same question. The latest words of it stand above.
        var questions = new Dictionary<string, string>();
        await foreach (var one in AllAsync(of))
            foreach (var answer in one.ReadAnswers()) questions[answer.Name] = answer.Label;
        await using var sheet = SheetWriter.Open(format, to);
        await sheet.RowAsync([texts["No."], texts["Family name"], texts["Given name"], texts["Patronymic"], texts["Date of birth"], texts["E-mail"], texts["Phone"], texts["Sent by the organisation"], .. questions.Values, texts["What the applicant adds"], texts["Sent"], texts["State"]]);
        await foreach (var one in AllAsync(of)) await sheet.RowAsync(Cells(one, questions.Keys));
    }

    private IEnumerable<string> Cells(Application one, IEnumerable<string> questions)
    {
        var answers = one.ReadAnswers().ToDictionary(a => a.Name);
        return
        [
            one.Number.ToString(CultureInfo.InvariantCulture), one.FamilyName, one.GivenName, one.Patronymic ?? "", one.BornOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", one.Email ?? "", one.Phone ?? "", one.Organisation ?? "",
            .. questions.Select(q => answers.GetValueOrDefault(q) is { } answer ? answer.Plain(texts) : ""), one.Message ?? "", one.SentAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), texts.Say(one.Status.Word()),
        ];
    }

    private async IAsyncEnumerable<Application> AllAsync(Guid of)
    {
        for (var last = 0; ;)
        {
            var some = await db.Applications.AsNoTracking().Where(a => a.ForId == of && a.Number > last).OrderBy(a => a.Number).Take(AtOnce).ToListAsync();
            foreach (var one in some) yield return one;
            if (some.Count < AtOnce) yield break;
            last = some[^1].Number;
        }
    }
}
