using System.Threading.RateLimiting;
using Integral.Accounts.Api;
using Integral.Platform.Messaging;
using Integral.Platform.Navigation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Accounts;

/// <summary>Everyone's own account: signing in and out, sessions, password, language, tokens; and the cabinet one lands in.</summary>
public sealed class AccountsModule : IntegralModule
{
    internal const string SignInLimit = "sign-in";

    public override string Name => "Accounts";
    public override string Description => "Signing in, one's own account and the cabinet";
    public override bool IsAlwaysOn => true;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<OwnSessions>();
        services.AddScoped<OwnPassword>();
        services.AddScoped<OwnEmail>();
        services.AddScoped<Recovery>();
        services.AddScoped<AccountLetters>();
        services.AddReceiver<RecoveryAsked, RecoveryLetters>(T.Say("A forgotten password"));
        services.AddSingleton<LetterLimit>();
        services.AddScoped<Crossing>();
        services.AddScoped<Landing>();
        services.AddScoped<DemoAccounts>();
        services.AddScoped<ICabinetCard, OwnAccountCard>();
        services.Configure<MvcOptions>(o => o.Filters.Add<PasswordFirst>());
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>(Limit);
    }

    public override void Map(IEndpointRouteBuilder routes) => TokenApi.Map(routes);

    // Far above a school's morning behind one address: a single login is throttled by its own failures (design §3).
    private static void Limit(RateLimiterOptions options, IConfiguration configuration)
    {
        var perMinute = configuration.GetValue("Integral:Security:SignInsPerMinute", 1200);
        options.AddPolicy(SignInLimit, http => SameOriginRead(http)
            ? RateLimitPartition.GetNoLimiter("read")
            : RateLimitPartition.GetFixedWindowLimiter($"{http.Connection.RemoteIpAddress}", _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    private static bool SameOriginRead(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
}
