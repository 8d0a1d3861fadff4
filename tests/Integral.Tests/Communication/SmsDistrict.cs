using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Integral.Communication.Data;
using Integral.Communication.Sms;
using Integral.People;
using Integral.People.Contracts;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Tests.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Communication.ToldPeople;

namespace Integral.Tests.Communication;

/// <summary>What a gateway was sent.</summary>
internal sealed record TakenSms(string Id, string To, string Text, string Key);

/// <summary>A gateway on this machine that takes messages, or doesn't, as a test says.</summary>
internal sealed class LocalGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalGateway(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();
    public ConcurrentQueue<TakenSms> Taken { get; } = new();
    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>By number.</summary>
    public ConcurrentDictionary<string, int> Answers { get; } = new();

    public static async Task<LocalGateway> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var gateway = new LocalGateway(app);
        app.Run(gateway.TakeAsync);
        await app.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        Bodies.Enqueue(body);
        if (http.Request.Path == "/form") return;
        var said = JsonNode.Parse(body)!;
        if (Answers.TryGetValue($"{said["to"]}", out var status)) http.Response.StatusCode = status;
        else Taken.Enqueue(new($"{said["id"]}", $"{said["to"]}", $"{said["text"]}", $"{http.Request.Headers.Authorization}"));
    }
}

/// <summary>A district whose operator has set a gateway for text messages, and a centre that uses it.</summary>
public sealed class SmsDistrict : LetterDistrict
{
    internal LocalGateway Gateway { get; private set; } = null!;

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [.. base.Settings, new("Integral:Sms:Url", $"{Gateway.Address}/send"), new("Integral:Sms:AllowPrivate", "true"), new("Integral:Sms:HeaderValue", "Key 4711")];

    public override async ValueTask InitializeAsync()
    {
        Gateway = await LocalGateway.StartAsync();
        await base.InitializeAsync();
        await InDbAsync(Centre, async db =>
        {
            await db.PutSettingAsync(SmsSwitch.Name, new JsonObject { [SmsSwitch.On] = true });
            return await db.SaveChangesAsync();
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Gateway.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody of the centre with a card that has a number.</summary>
    internal async Task<Account> TextableAsync(string name, string phone)
    {
        var account = await this.StaffAsync(name);
        var person = await InDbAsync(Centre, async db =>
        {
            var card = new Person(PersonName.Parse($"Sms {name}"), "ru");
            card.Reach(null, phone);
            db.Add(card);
            await db.SaveChangesAsync();
            return card.Id;
        });
        await InHostAsync(async host =>
        {
            (await host.Memberships.SingleAsync(m => m.AccountId == account.Id)).PersonId = person;
            return await host.SaveChangesAsync();
        });
        return account;
    }

    internal async Task PhoneAsync(Account account, string phone)
    {
        var person = await InHostAsync(host => host.Memberships.Where(m => m.AccountId == account.Id).Select(m => m.PersonId!.Value).SingleAsync());
        await InDbAsync(Centre, async db =>
        {
            (await db.Set<Person>().SingleAsync(p => p.Id == person)).Reach(null, phone);
            return await db.SaveChangesAsync();
        });
    }

    internal async Task<string> NumberOfAsync(Account account)
    {
        var person = await InHostAsync(host => host.Memberships.Where(m => m.AccountId == account.Id).Select(m => m.PersonId!.Value).SingleAsync());
        return SmsConsent.Number(await InDbAsync(Centre, db => db.Set<Person>().Where(p => p.Id == person).Select(p => p.Phone).SingleAsync()))!;
    }

    internal Task<int> ChooseAsync(Account account, string number) => InDbAsync(Centre, db =>
    {
        db.Add(new SmsConsent { AccountId = account.Id, Phone = number, AgreedAt = Clock.GetUtcNow().UtcDateTime });
        db.Add(new SmsChoice { AccountId = account.Id, Kind = Waits });
        return db.SaveChangesAsync();
    });

    internal Task<List<TextMessage>> OfPhoneAsync(string number) => InDbAsync(Centre, db => db.TextMessages.AsNoTracking().Where(m => m.Phone == number).ToListAsync());
}
