using Integral.Applications;
using Integral.Applications.Staff;
using Integral.Tests.Kit;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>What those read whom their school has sent and has withdrawn.</summary>
public sealed class WithdrawnForThemTests(DistrictWithMail district) : IClassFixture<DistrictWithMail>
{
    [Fact]
    public async Task Whom_their_school_withdrew_used_to_read_that_they_had_done_it_and_got_no_letter()
    {
        var (opening, id) = (await district.RecruitAsync("Отозвана школой"), Guid.NewGuid());
        await district.ArriveAsync("school-1", "centre", List(opening, id, "school@mail.local"));
        await district.BegunAsync(opening);
        await district.ArriveAsync("school-1", "centre", new StaffWithdrawn(id));
        var one = Assert.Single(await district.AllAsync(opening));
        Assert.Equal((ApplicationStatus.Withdrawn, "Школа № 1"), (one.Status, one.WithdrawnBy));

        var letter = Assert.Single(await district.Mail.ToAsync("school@mail.local"));
        Assert.Contains("Вашу заявку отозвал тот, кто её подал: «Школа № 1».", letter.Text, StringComparison.Ordinal);
        var page = await district.Visitor().ReadAsync($"{Centre}/applications/{one.Key}");
        Assert.Contains("Вашу заявку отозвал тот, кто её подал: «Школа № 1».", page, StringComparison.Ordinal);
        Assert.Contains("Отозвал отправитель: «Школа № 1»", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Вы отозвали заявку", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_withdraws_by_themselves_reads_that_they_did_and_gets_no_letter_of_it()
    {
        var opening = await district.RecruitAsync("Отозвана собой");
        await district.ArriveAsync("school-1", "centre", List(opening, Guid.NewGuid(), "own@mail.local"));
        await district.BegunAsync(opening);
        var one = Assert.Single(await district.AllAsync(opening));
        Assert.True((await district.Visitor().SubmitAsync($"{Centre}/applications/{one.Key}", [], "Withdraw")).IsRedirect);
        var page = await district.Visitor().ReadAsync($"{Centre}/applications/{one.Key}");
        Assert.Contains("Вы отозвали заявку. Можно подать новую.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Отозвал отправитель", page, StringComparison.Ordinal);
        await district.SettleAsync();
        Assert.Empty(await district.Mail.NowAsync("own@mail.local"));
    }

    private static StaffListSent List(Guid opening, Guid id, string email) =>
        new(Guid.NewGuid(), opening, null, "Нурланова Айгерім", "head@demo.local", null, "I agree.", "ru", [new(id, Who("Отозванная", null) with { Email = email })]);
}
