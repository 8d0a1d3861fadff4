using System.Net;
using Integral.Communication;
using Integral.Communication.Sms;
using Integral.Platform.Messaging;
using Microsoft.Extensions.Configuration;
using static Integral.Tests.Communication.ToldPeople;

namespace Integral.Tests.Communication;

/// <summary>Text messages about notices, by a real gateway.</summary>
public sealed class SmsTests(SmsDistrict district) : IClassFixture<SmsDistrict>
{
    private const string Mine = "/centre/notices/sms", Log = "/centre/Admin/Notices/Sms";

    [Fact]
    public async Task Who_agreed_and_chose_gets_one_line_and_the_log_says_so_without_what_it_said()
    {
        var (agrees, other) = (await district.TextableAsync("sms-agrees", "+7 (701) 000-00-01"), await district.TextableAsync("sms-other", "+7 701 000 00 02"));
        foreach (var one in new[] { agrees, other }) await district.AwakeAsync(one.Id);
        var browser = await district.ArmedAsync(agrees);
        Assert.Contains("77010000001", (await browser.OpenAsync(Mine)).Text, StringComparison.Ordinal);
        Assert.True((await browser.SubmitAsync(Mine, new() { ["Form.Agrees"] = "true", ["Form.Kinds"] = Waits })).IsRedirect);
        await (await district.ArmedAsync(other)).SubmitAsync(Mine, new() { ["Form.Kinds"] = Waits });      // chose, but didn't agree

        await district.TellAsync(News("Welding \"1\"\n", agrees.Id, other.Id));
        await district.PassAsync(TimeSpan.FromSeconds(10));
        var sent = Assert.Single(district.Gateway.Taken, t => t.To == "+77010000001");
        Assert.EndsWith(": To be decided: Look through the application", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(district.Gateway.Taken, t => t.To == "+77010000002");
        Assert.Equal("Key 4711", sent.Key);

        var admin = await district.SignInArmedAsync("centre", "/centre");
        var log = (await admin.OpenAsync(Log)).Text;
        Assert.Contains("77010000001", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Look through the application", log, StringComparison.Ordinal);
        Assert.All(await district.OfPhoneAsync("+77010000001"), m => Assert.Equal((LetterStage.Sent, null), (m.Stage, m.Text)));
    }

    [Fact]
    public async Task Who_is_told_by_name_gets_one_too()
    {
        var (named, other) = (await district.TextableAsync("sms-named", "+77010000051"), await district.TextableAsync("sms-unnamed", "+77010000052"));
        foreach (var one in new[] { named, other })
        {
            await district.AwakeAsync(one.Id);
            await district.ChooseAsync(one, await district.NumberOfAsync(one));
        }
        await district.TellAsync(News("By name") with { Members = [named.Id] });
        await district.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(district.Gateway.Taken, t => t.To == "+77010000051");
        Assert.DoesNotContain(district.Gateway.Taken, t => t.To == "+77010000052");
    }

    [Fact]
    public async Task In_quiet_hours_it_waits_and_what_was_read_meanwhile_is_not_sent()
    {
        var (waits, reads) = (await district.TextableAsync("sms-waits", "+77010000011"), await district.TextableAsync("sms-reads", "+77010000012"));
        var zone = district.Tenant(Centre).TimeZone;
        var hour = TimeZoneInfo.ConvertTime(district.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone)).Hour;
        foreach (var one in new[] { waits, reads })
        {
            await district.ChooseAsync(one, await district.NumberOfAsync(one));
            await district.InDbAsync(Centre, db =>
            {
                var habits = new NoticeHabits { AccountId = one.Id };
                habits.Say(hour, (hour + 2) % 24, 8);
                db.Add(habits);
                return db.SaveChangesAsync();
            });
        }
        await district.TellAsync(News("Night", waits.Id, reads.Id) with { About = "night" });
        await district.PassAsync(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain(district.Gateway.Taken, t => t.To is "+77010000011" or "+77010000012");
        await (await district.ArmedAsync(reads)).PostAsync("/centre/notices?handler=All", new Dictionary<string, string> { ["Until"] = "2100-01-01T00:00:00Z" });
        await district.PassAsync(TimeSpan.FromHours(2));
        await district.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Contains(district.Gateway.Taken, t => t.To == "+77010000011");
        Assert.DoesNotContain(district.Gateway.Taken, t => t.To == "+77010000012");
    }

    [Fact]
    public async Task What_the_gateway_does_not_take_is_tried_again_given_up_and_sent_once_more()
    {
        var (busy, wrong) = (await district.TextableAsync("sms-busy", "+77010000021"), await district.TextableAsync("sms-wrong", "+77010000022"));
        foreach (var one in new[] { busy, wrong })
        {
            await district.AwakeAsync(one.Id);
            await district.ChooseAsync(one, await district.NumberOfAsync(one));
        }
        (district.Gateway.Answers["+77010000021"], district.Gateway.Answers["+77010000022"]) = (503, 422);
        await district.TellAsync(News("Trouble", busy.Id, wrong.Id));
        await district.PassAsync(TimeSpan.FromSeconds(10));
        var refused = Assert.Single(await district.OfPhoneAsync("+77010000022"));
        Assert.Equal((LetterStage.GivenUp, true), (refused.Stage, refused.Why!.ToString().Contains("422", StringComparison.Ordinal)));
        Assert.Equal((LetterStage.OnItsWay, 1), (await district.OfPhoneAsync("+77010000021")).Select(m => (m.Stage, m.Tries)).Single());

        district.Gateway.Answers.Clear();
        await district.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(LetterStage.Sent, (await district.OfPhoneAsync("+77010000021")).Single().Stage);
        Assert.Single(district.Gateway.Taken.Where(t => t.To == "+77010000021").Select(t => t.Id).Distinct());
        var admin = await district.SignInArmedAsync("centre", "/centre");
        Assert.True((await admin.PostAsync($"{Log}?handler=Resend&id={refused.Id}", [])).IsRedirect);
        await district.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(LetterStage.Sent, (await district.OfPhoneAsync("+77010000022")).Single().Stage);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"{Log}?handler=Resend&id={refused.Id}", [])).Status);
    }

    [Fact]
    public async Task A_consent_holds_for_its_number_only_and_nothing_is_sent_where_the_institution_has_switched_it_off()
    {
        var moved = await district.TextableAsync("sms-moved", "+77010000031");
        await district.AwakeAsync(moved.Id);
        await district.ChooseAsync(moved, "+77010000031");
        await district.PhoneAsync(moved, "+77010000032");
        Assert.Contains("has changed", (await (await district.ArmedAsync(moved)).OpenAsync(Mine)).Text, StringComparison.Ordinal);
        await district.TellAsync(News("Moved", moved.Id));
        await district.PhoneAsync(moved, "+77010000031");
        var admin = await district.SignInArmedAsync("centre", "/centre");
        Assert.True((await admin.PostAsync($"{Log}?handler=Switch", [new("IsOn", "false")])).IsRedirect);
        await district.TellAsync(News("Off", moved.Id));
        await district.PassAsync(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain(district.Gateway.Taken, t => t.To is "+77010000031" or "+77010000032");
        Assert.True((await admin.PostAsync($"{Log}?handler=Switch", [new("IsOn", "true")])).IsRedirect);
    }

    [Fact]
    public async Task Who_thinks_better_of_it_while_a_message_waits_gets_none()
    {
        var (stays, goes) = (await district.TextableAsync("sms-stays", "+77010000041"), await district.TextableAsync("sms-goes", "+77010000042"));
        foreach (var one in new[] { stays, goes })
        {
            await district.AwakeAsync(one.Id);
            await district.ChooseAsync(one, await district.NumberOfAsync(one));
        }
        await district.TellAsync(News("Later", stays.Id, goes.Id));
        Assert.True((await (await district.ArmedAsync(goes)).SubmitAsync(Mine, new() { ["Form.Agrees"] = "false", ["Form.Kinds"] = Waits })).IsRedirect);
        await district.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Contains(district.Gateway.Taken, t => t.To == "+77010000041");
        Assert.DoesNotContain(district.Gateway.Taken, t => t.To == "+77010000042");
        Assert.Empty(await district.OfPhoneAsync("+77010000042"));
    }

    [Fact]
    public async Task A_gateway_in_a_private_network_is_asked_only_where_the_operator_lets_it()
    {
        using var closed = new SmsGateway(Settings(("Url", "https://127.0.0.1:9"), ("AllowPrivate", "false")));
        await Assert.ThrowsAsync<UnreachableException>(() => closed.SendAsync(Guid.NewGuid(), "+7", "Text", default));
        Assert.Throws<InvalidOperationException>(() => new SmsGateway(Settings(("Url", "http://sms.example.org"))));
        Assert.Throws<InvalidOperationException>(() => new SmsGateway(Settings(("Url", "https://sms.example.org"), ("Body", "{}"))));
        using var off = new SmsGateway(Settings());
        Assert.False(off.IsOn);

        using var form = new SmsGateway(Settings(("Url", $"{district.Gateway.Address}/form"), ("AllowPrivate", "true"), ("ContentType", "application/x-www-form-urlencoded"), ("Body", "to={to}&msg={text}")));
        await form.SendAsync(Guid.NewGuid(), "+7 1", "a&b=c\n{to}", default);
        Assert.Contains("to=%2B7%201&msg=a%26b%3Dc%0A%7Bto%7D", district.Gateway.Bodies);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] said) => new ConfigurationBuilder().AddInMemoryCollection(said.Select(s => new KeyValuePair<string, string?>($"Integral:Sms:{s.Name}", s.Value))).Build();
}
