namespace Integral.Tests.Kit;

/// <summary>The demo with a real mail server beside it.</summary>
public class DistrictWithMail : District
{
    internal MailServer Mail { get; private set; } = null!;

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Integral:Mail:Host", "127.0.0.1"), new("Integral:Mail:Port", $"{Mail.Port}"), new("Integral:Mail:Tls", "false"),
        new("Integral:Mail:From", "integral@demo.local"), new("Integral:PublicUrl", "http://localhost"),
    ];

    public override async ValueTask InitializeAsync()
    {
        Mail = await MailServer.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
