using Integral.Communication;
using Integral.Communication.Contracts;
using Integral.Communication.Data;
using Integral.Platform.Messaging;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.Messaging;
using Integral.Tests.People;
using Integral.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Communication;

/// <summary>People of the centre, and what they are told.</summary>
internal static class ToldPeople
{
    public const string Centre = "centre", Waits = WaitsNotice.Kind;

    public static News News(string matter, params Guid[] accounts) =>
        new(Waits, "/Admin/Inbox") { Accounts = accounts, Values = new Dictionary<string, string> { ["step"] = "Look through the application", ["matter"] = matter } };

    /// <summary>Tells it in one unit of work, and has it arrive.</summary>
    public static async Task TellAsync(this LetterDistrict district, params News[] news)
    {
        await district.InTenantAsync(Centre, services =>
        {
            services.GetRequiredService<INotices>().Tell(services.GetRequiredService<Outbox>(), news);
            return services.GetRequiredService<Integral.Platform.Data.Db>().SaveChangesAsync();
        });
        await district.AllAsync();
    }

    /// <summary>Somebody new with a role in the centre, and about what they want letters.</summary>
    public static async Task<Account> StaffAsync(this LetterDistrict district, string name, LetterChoice? letters = null, string role = DeliveredRoles.CentreStaff)
    {
        var account = await district.AddAsync(name, Centre, role);
        await district.InHostAsync(async host =>
        {
            var mine = await host.Users.SingleAsync(a => a.Id == account.Id);
            (mine.Email, mine.Culture) = ($"{name}@mail.local", "en");
            return await host.SaveChangesAsync();
        });
        if (letters is { } wanted) await district.InDbAsync(Centre, db => { db.Add(new NoticeChoice { AccountId = account.Id, Kind = Waits, Letters = wanted }); return db.SaveChangesAsync(); });
        return account;
    }

    /// <summary>Somebody at their browser, who sends with everything what the page's form would.</summary>
    public static async Task<Visitor> ArmedAsync(this District district, Account who)
    {
        var browser = await district.EnterAsync(who, "/centre");
        var token = (await browser.OpenAsync("/centre/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        browser.Http.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        return browser;
    }

    /// <summary>Has read all that the list shows now.</summary>
    public static async Task ReadAllAsync(this Visitor browser)
    {
        var until = (await browser.OpenAsync("/centre/notices")).Document.QuerySelector("input[name=Until]")!.GetAttribute("value")!;
        Assert.True((await browser.PostAsync("/centre/notices?handler=All", new Dictionary<string, string> { ["Until"] = until })).IsRedirect);
    }

    public static Task<List<Notice>> OfAsync(this District district, Guid account) =>
        district.InDbAsync(Centre, db => db.Notices.AsNoTracking().Where(n => n.AccountId == account).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync());

    /// <summary>Has letters come at any hour.</summary>
    public static Task<int> AwakeAsync(this District district, Guid account) => district.InDbAsync(Centre, db =>
    {
        var habits = new NoticeHabits { AccountId = account };
        habits.Say(0, 0, 8);
        db.Add(habits);
        return db.SaveChangesAsync();
    });

    public static List<Letter> LettersTo(this LetterDistrict district, string name) => [.. district.Post.Sent.Where(l => l.To == $"{name}@mail.local")];
}
