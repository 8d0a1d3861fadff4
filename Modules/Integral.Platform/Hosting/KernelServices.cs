using Integral.Platform.Audit;
using Integral.Platform.Backup;
using Integral.Platform.Calendars;
using Integral.Platform.Changes;
using Integral.Platform.Data;
using Integral.Platform.Files;
using Integral.Platform.Jobs;
using Integral.Platform.Live;
using Integral.Platform.Localization;
using Integral.Platform.Messaging;
using Integral.Platform.Modules;
using Integral.Platform.Recipes;
using Integral.Platform.Recipes.Export;
using Integral.Platform.Recipes.Steps;
using Integral.Platform.Registers;
using Integral.Platform.Security;
using Integral.Platform.Seeding;
using Integral.Platform.Settings;
using Integral.Platform.Sharing;
using Integral.Platform.Sheets;
using Integral.Platform.Telemetry;
using Integral.Platform.Tenancy;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Integral.Platform;

/// <summary>What the kernel offers to modules, and what it does by itself.</summary>
internal static class KernelServices
{
    public static void AddKernel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);      // what a verb prints is for programs too
        services.AddSingleton(Provider.Named(configuration["Integral:Database:Provider"]));
        services.AddData();
        services.AddTenancy();
        services.AddBackup();
        services.AddRecipes();
        services.AddSecurity();
        services.AddTexts();
        services.AddMessaging();
        services.AddSingleton<Measures>();
        services.AddHostedService<Telemetry.Telemetry>();
        services.AddJobs(Provider.Named(configuration["Integral:Database:Provider"]));
        services.AddLive();
        services.AddCalendars();
    }

    private static void AddCalendars(this IServiceCollection services)
    {
        services.AddSingleton(WorkingWeek.Known);
        services.AddSingleton(s => new WorkingCalendars(s.GetRequiredService<Catalogue>()));
        services.AddScoped<OwnDays>();
        services.AddScoped<ITakesFromAbove, DaysFromAbove>();
    }

    private static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton(_ => new LiveNews());
        services.AddSingleton<LiveStreams>();
        services.AddSingleton<LiveWire>();
        services.AddHostedService(s => s.GetRequiredService<LiveWire>());
    }

    private static void AddMessaging(this IServiceCollection services)
    {
        services.AddSingleton<IPost, SmtpPost>();
        services.AddSingleton(s => new Letters(s.GetRequiredService<IPost>(), s.GetRequiredService<Databases>(), s.GetRequiredService<Agenda>(), s.GetRequiredService<TimeProvider>()));
        services.AddReceiver<Letter, LetterIntake>(T.Say("A letter"));
    }

    private static void AddData(this IServiceCollection services)
    {
        services.AddSingleton<DataFolder>();
        services.AddSingleton<SqliteFiles>();
        services.AddSingleton<Servers>();
        services.AddSingleton<Databases>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<FileCare>();
        services.AddSingleton<CareBook>();
        services.AddSingleton<NightlyCare>();
        services.AddSingleton(s => new FileHealth(s.GetRequiredService<CareBook>(), s.GetRequiredService<Provider>(), s.GetRequiredService<Catalogue>()));
        services.AddScoped(s => Reading(s, s.GetRequiredService<Databases>().Open(s.GetRequiredService<Current>().Tenant, s.GetRequiredService<Trail>), db => db.Unit));
        services.AddScoped(s => Reading(s, s.GetRequiredService<Databases>().OpenHost(s.GetRequiredService<Trail>), db => db.Unit));
        services.AddTransient(NewTrail);
        services.AddSingleton<Unsealed>();
        services.AddSingleton<AuditSealer>();
        services.AddHostedService(s => s.GetRequiredService<AuditSealer>());
        services.AddSingleton<WholeSealing>();
        services.AddSingleton<AuditCheck>();
        services.AddScoped(s => new TenantFiles(s.GetRequiredService<DataFolder>(), s.GetRequiredService<Current>()));
        services.AddScoped(s => new NewFiles(s.GetRequiredService<KeptFiles>(), s.GetRequiredService<Current>()));
    }

    // GET has no side effects (abuse case A14): what it opens can't be written.
    private static T Reading<T>(IServiceProvider services, T db, Func<T, UnitOfWork> unit)
    {
        var request = services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request;
        unit(db).IsReadOnly = request is not null && SameOrigin.IsSafe(request.Method);
        return db;
    }

    private static Trail NewTrail(IServiceProvider services)
    {
        var current = services.GetRequiredService<Current>();
        var address = services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Connection.RemoteIpAddress?.ToString();
        var who = current.Account?.Login ?? current.Work ?? "visitor";
        return new(current.Account?.AccountId, who, address ?? current.Work ?? "", current.HasTenant ? current.Tenant.Id : null, services.GetRequiredService<TimeProvider>());
    }

    private static void AddTenancy(this IServiceCollection services)
    {
        services.AddSingleton(s => new Catalogue(s.GetRequiredService<Databases>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new TenantAddresses(s.GetRequiredService<Catalogue>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<IConfiguration>(), s.GetServices<EndpointDataSource>()));
        services.AddSingleton<FileUpgrade>();
        services.AddSingleton<TenantUpgrades>();
        services.AddSingleton<UpgradeSweep>();
        services.AddSingleton(s => new Installation(s.GetRequiredService<Migrator>(), s.GetRequiredService<Databases>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<Servers>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<Demo>()));
        services.AddSingleton<Demo>();
        services.AddSingleton<SearchEngines>();
        services.AddSingleton<IConnectionListenerFactory, LoopbackOnly>();
        services.AddSingleton<ITenantRunner, TenantRunner>();
        services.AddHostedService<CatalogueWatch>();
        services.AddSingleton<TenantStorage>();
        services.AddSingleton<KeptFiles>();
        services.AddSingleton<TenantArchive>();
        services.AddSingleton<UnfinishedTenants>();
        services.AddSingleton<WorkBook>();
        services.AddSingleton(s => new Works(s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<IHostApplicationLifetime>(), s.GetRequiredService<LiveNews>(),
            s.GetRequiredService<WorkBook>(), s.GetRequiredService<ILogger<Works>>()));
        services.AddSingleton<FeatureSwitches>();
        services.AddScoped(s => new TenantChanges(s.GetRequiredService<HostDb>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<TenantAddresses>(), s.GetRequiredService<FeatureSwitches>(), s.GetRequiredService<Rights>(),
            s.GetRequiredService<TenantUpgrades>()));
        services.AddScoped(s => new TenantRemoval(s.GetRequiredService<TenantChanges>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<TenantStorage>(), s.GetRequiredService<TenantArchive>(),
            () => s.GetRequiredService<Databases>().OpenHost(s.GetRequiredService<Trail>), s.GetRequiredService<Rights>(), s.GetRequiredService<Trail>()));
        services.AddScoped(s => new TenantFigures(s.GetRequiredService<HostDb>(), s.GetRequiredService<DataFolder>(), s.GetRequiredService<Provider>()));
        services.AddSingleton<FirstAdministrator>();
        services.AddScoped(s => new RegisterImport(s.GetRequiredService<Deployment>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<TenantAddresses>(), s.GetRequiredService<RecipeShelf>()));
        services.AddScoped(s => new Sowing(s.GetRequiredService<Deployment>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<HashQueue>(), [.. s.GetServices<ISeeds>()]));
        services.AddScoped(s => new ColumnMemory(s.GetRequiredService<HostDb>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new Uploads(s.GetRequiredService<HostDb>(), s.GetRequiredService<Current>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new ChangeSets(s.GetRequiredService<Db>(), s.GetRequiredService<HostDb>(), s.GetRequiredService<Current>(), s.GetRequiredService<Agenda>(), s.GetRequiredService<Outbox>(), s.GetRequiredService<Catalogue>(),
            s.GetRequiredService<Trail>(), [.. s.GetServices<IUndoes>()]));
        services.AddScoped<RecipeRuns>();
        services.AddScoped<HostPart>();
        services.AddScoped<Reservations>();
        services.AddScoped(s => new RecipeUse(s.GetRequiredService<RecipeRuns>(), s.GetRequiredService<HostPart>(), s.GetRequiredService<TenantUpgrades>(), s.GetRequiredService<Agenda>(), s.GetRequiredService<Trail>()));
        services.AddScoped(s => new Deployment(s.GetRequiredService<RecipeShelf>(), s.GetRequiredService<FirstAdministrator>(), s.GetRequiredService<Reservations>(),
            s.GetRequiredService<RecipeRuns>(), s.GetRequiredService<HostPart>()));
        services.AddSingleton(s => new RouteConflicts(s.GetServices<EndpointDataSource>()));
        services.AddSingleton<MatcherPolicy, FeatureGate>();
        services.AddScoped(typeof(IExtensions<>), typeof(Extensions<>));
    }

    private static void AddBackup(this IServiceCollection services)
    {
        services.AddSingleton(s => new TenantBackup(s.GetRequiredService<Databases>(), s.GetRequiredService<TenantUpgrades>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<Migrator>(),
            s.GetRequiredService<DataFolder>(), s.GetRequiredService<AuditSealer>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new KeptBackups(s.GetRequiredService<TenantBackup>(), s.GetRequiredService<DataFolder>(), s.GetRequiredService<Migrator>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<BackupPlan>();
        services.AddSingleton<ScheduledBackups>();
        services.AddSingleton<TrialBook>();
        services.AddSingleton<RestoreDrill>();
        services.AddScoped<Trial>();
        services.AddSingleton(s => new BackupHealth(s.GetRequiredService<BackupPlan>(), s.GetRequiredService<TrialBook>(), s.GetRequiredService<RestoreDrill>(), s.GetRequiredService<Catalogue>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped<RestoredContent>();
        services.AddScoped<RestoredHost>();
        services.AddScoped(s => new Restoration(s.GetRequiredService<Reservations>(), s.GetRequiredService<RestoredContent>(), s.GetRequiredService<RestoredHost>(), s.GetRequiredService<Catalogue>(),
            s.GetRequiredService<Migrator>(), s.GetRequiredService<Trail>()));
    }

    private static void AddRecipes(this IServiceCollection services)
    {
        services.AddSingleton<RecipeShelf>();
        services.AddSingleton<Themes>();
        services.AddScoped<RecipeRunner>();
        services.AddScoped<IRecipeStep, FeatureStep>();
        services.AddScoped<IRecipeStep, SettingsStep>();
        services.AddScoped<IRecipeStep, ThemesStep>();
        services.AddScoped<IRecipeStep, RolesStep>();
        services.AddScoped<IRecipeStep, RecipesStep>();
        services.AddScoped<IRecipeStep, TenantsStep>();
        services.AddSingleton<RecipeExport>();
        services.AddScoped<IExportedSteps, ExportedFeatures>();
        services.AddScoped<IExportedSteps, ExportedSettings>();
        services.AddScoped<IExportedSteps, ExportedRoles>();
    }

    private static void AddSecurity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Current>();
        services.AddScoped<Rights>();
        services.AddSingleton<RoleBook>();
        services.AddSingleton<WorkingGroups, NoWorkingGroups>();
        services.AddScoped<Navigation.Navigation>();
        services.AddScoped<Search.SiteSearch>();
        services.AddSingleton<SessionReader>();
        services.AddSingleton<HashQueue>();
        services.AddScoped<SignIn>();
        services.AddScoped(s => new Handovers(s.GetRequiredService<Databases>(), s.GetRequiredService<SignIn>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SignedLinks>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<SessionActivity>();
        services.AddHostedService(s => s.GetRequiredService<SessionActivity>());
        services.AddSingleton<ExpiredSignIns>();
        services.AddAuthentication(SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddSingleton<IConfigureOptions<AuthorizationOptions>, PermissionPolicies>();
        services.AddScoped<IAuthorizationHandler, PermissionCheck>();
        services.AddAuthorization();
        services.AddDataProtection().SetApplicationName("Integral");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(
            o => o.XmlRepository = new DataKeys(s.GetRequiredService<Databases>(), s.GetRequiredService<TimeProvider>())));
        services.AddAntiforgery(o => { o.Cookie.Name = "integral.form"; o.Cookie.Path = "/"; o.Cookie.SameSite = SameSiteMode.Lax; o.SuppressXFrameOptionsHeader = true; });
    }

    public static void AddWeb(this IServiceCollection services, ModuleCatalog modules)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<DamagedFiles>();      // first: it only notes, the next ones answer
        services.AddExceptionHandler<ApiErrors>();
        services.AddOpenApi();
        services.AddRateLimiter(_ => { });
        services.AddSingleton(s => InTurn.Turns(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<Provider>(), s.GetRequiredService<TimeProvider>()));
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>(RequestLimits.Limit);
        services.ConfigureHttpJsonOptions(o => ApiJson.Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);     // ApiErrors says it the same way everywhere
        services.AddOutputCache(o => o.SizeLimit = 128L << 20);
        services.AddSingleton<FormTickets>();
        services.AddSingleton<SenderLimits>();
        services.AddScoped<PageSources>();
        services.AddSingleton<PageStamps>();
        services.AddOptions<OutputCacheOptions>().Configure<IConfiguration, PageStamps>((o, set, stamps) => o.AddPolicy(PublicCache.Name, new PublicCache(isOn: set.GetValue("Integral:Web:OutputCache", true), stamps)));
        services.AddResponseCompression(o => { o.EnableForHttps = true; o.Providers.Add<BrotliCompressionProvider>(); o.Providers.Add<GzipCompressionProvider>(); });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = System.IO.Compression.CompressionLevel.Fastest);
        services.AddRazorPages(pages =>
        {
            pages.Conventions.ConfigureFilter(new TypeFilterAttribute(typeof(ExpectedErrorsFilter)));
            pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());   // SignedInToken checks it where it is needed
            pages.Conventions.ConfigureFilter(new TypeFilterAttribute(typeof(SignedInToken)) { Order = SignedInToken.AfterLimits });
            pages.Conventions.AddFolderApplicationModelConvention("/", page =>
            {
                // A page that takes files says more itself.
                if (page.ModelType?.IsDefined(typeof(RequestSizeLimitAttribute), inherit: true) != true) page.Filters.Add(new RequestSizeLimitAttribute(ApiRules.LargestBody));
            });
            pages.Conventions.AddFolderApplicationModelConvention("/", page => page.EndpointMetadata.Add(new FeatureMetadata(modules.FeatureOf(page.ModelType!) ?? new PlatformModule().Id)));
        });
    }
}
