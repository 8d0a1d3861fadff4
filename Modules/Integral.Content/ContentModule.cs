using Integral.Communication;
using Integral.Communication.Contracts;
using Integral.Content.Announcing;
using Integral.Content.Api;
using Integral.Content.Approving;
using Integral.Content.Blocks;
using Integral.Content.Bulk;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Content.Fields;
using Integral.Content.FileTexts;
using Integral.Content.Media;
using Integral.Content.Menus;
using Integral.Content.Profiles;
using Integral.Content.Reading;
using Integral.Content.Recipes;
using Integral.Content.ReferenceBooks;
using Integral.Content.Rendering;
using Integral.Content.Searching;
using Integral.Content.Seeding;
using Integral.Content.Sharing;
using Integral.Content.Tree;
using Integral.Content.Previewing;
using Integral.Content.Publishing;
using Integral.Platform.Changes;
using Integral.Platform.Jobs;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;
using Integral.Platform.Recipes.Export;
using Integral.Platform.Search;
using Integral.Platform.Seeding;
using Integral.Platform.Settings;
using Integral.Platform.Sharing;
using Integral.Ui;
using Integral.Workflows;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Content;

/// <summary>Public pages and news: items of content types, as recipes and later methodologists write them.</summary>
public sealed class ContentModule : IntegralModule
{
    public const string Write = "content.write", Edit = "content.edit", Publish = "content.publish", Types = "content.types", Books = "content.books", Profile = "content.profile";

    /// <summary>The feature of those who write and don't publish.</summary>
    public const string Approval = "Integral.Content.Approval";

    public override string Name => "Content";
    public override string Description => "Pages and news of the public site";
    public override IReadOnlyList<IntegralModule> DependsOn => [new UiModule(), new CommunicationModule(), new WorkflowsModule()];

    public override IReadOnlyList<Feature> Features =>
    [
        new(Id, "Content", "Pages and news of the public site"),
        new(Approval, "Publishing by approval", "Who may write and not publish sends a text, and a workflow says who decides") { DependsOn = [Id, new WorkflowsModule().Id] },
    ];

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(Write, "Write pages and news, and change one's own", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Methodologist, DeliveredRoles.CentreStaff,
            DeliveredRoles.Librarian),
        new(Edit, "Change pages and news that others wrote", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Methodologist),
        new(Publish, "Publish pages and news, take them off the site and throw them away", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.Methodologist, DeliveredRoles.CentreStaff),
        new(Books, "Keep reference books", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Methodologist),
        new(Profile, "Say what visitors read of the institution", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head),
        new(Types, "Describe kinds of pages and the fields they have", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Methodologist),
    ];

    public override IReadOnlyList<MenuItem> Menu =>
    [
        new("Pages and news", "/Admin/Content/Index", Write) { Icon = "file", Order = 30 },
        new("Reference books", "/Admin/Books/Index", Books) { Icon = "book", Order = 32 },
        new("Files and pictures", "/Admin/Media/Index", Write) { Icon = "upload", Order = 31 },
        new("Tree of pages", "/Admin/Content/Tree", Write) { Icon = "tree", Order = 33 },
        new("Menus of the site", "/Admin/Menus/Index", Publish) { Icon = "menu", Order = 34 },
        new("About the institution", "/Admin/Institution/Index", Profile) { Icon = "building", Order = 36 },
        new("Words of the search", "/Admin/Search/Index", Types) { Icon = "search", Order = 35 },
    ];

    public override IReadOnlyList<SearchedRecords> Searched { get; } = [new SearchedItems(), new SearchedDrafts()];

    public override void AddServices(IServiceCollection services)
    {
        services.AddFieldKinds();
        services.AddScoped<IRecipeStep, ContentDefinitionStep>();
        services.AddScoped<IRecipeStep, ReplaceContentDefinitionStep>();
        services.AddScoped<IRecipeStep, DeleteContentDefinitionStep>();
        services.AddScoped<IRecipeStep, BooksStep>();
        services.AddScoped<IRecipeStep, ContentStep>();
        services.AddScoped<IRecipeStep, MediaStep>();
        services.AddScoped<IRecipeStep, SynonymsStep>();
        services.AddScoped<IRecipeStep, SendContentStep>();
        services.AddScoped<ISeeds, SeededNews>();
        services.AddScoped<IExportedSteps, ExportedDefinitions>();
        services.AddScoped<IExportedSteps, ExportedBooks>();
        services.AddScoped<IExportedSteps, ExportedMedia>();
        services.AddScoped<IExportedSteps, ExportedContent>();
        services.AddScoped<IExportedSteps, ExportedSynonyms>();
        services.AddScoped<ITakesFromAbove, TextsFromAbove>();
        services.AddScoped<ITakesFromAbove, BooksFromAbove>();
        services.AddSingleton<Activity, TextSent>();
        services.AddSingleton<Activity, PublishText>();
        services.AddSingleton<Activity, ReturnText>();
        services.AddSingleton<CaseSubjects, SentTexts>();
        services.AddScoped<SentCases>();
        services.AddScoped<Approvals>();
        services.AddSingleton<NoticeKind, PublishedNotice>();
        services.AddSingleton<NoticeKind, ReturnedNotice>();
        services.AddSingleton<NoticeKind, NotPublishedNotice>();
        services.AddSingleton<Shelves>();
        services.AddScoped<BookDesk>();
        services.AddScoped<BookUse>();
        services.AddScoped<BookWords>();
        services.AddScoped<BookTable>();
        services.AddScoped<TermImport>();
        services.AddSingleton<PublicFacts>();
        services.AddSingleton<SecuredTypes>();
        services.AddScoped<ContentRights>();
        services.AddScoped<ContentDesk>();
        services.AddScoped<ItemWriter>();
        services.AddScoped<SiteFreshness>();
        services.AddScoped<BulkDesk>();
        services.AddScoped<ContentOwners>();
        services.AddScoped<ContentUndo>();
        services.AddScoped<IUndoes>(s => s.GetRequiredService<ContentUndo>());
        services.AddScoped<DraftPreview>();
        services.AddScoped<Checklist>();
        services.AddScoped<PreviewLinks>();
        services.AddScoped<IWakes, PublishingTimes>();
        services.AddScoped<DeskList>();
        services.AddScoped<UnsavedTexts>();
        services.AddMedia();
        services.AddScoped<TypeGrants>();
        services.AddScoped<TypeDesk>();
        services.AddScoped<TypeWords>();
        services.AddScoped<SheetQuestions>();
        services.AddScoped<WhereUsed>();
        services.AddScoped<IFormatsText, FormattedText>();
        services.AddScoped<ICabinetCard, NewsCard>();
        services.AddScoped<PageTree>();
        services.AddScoped<TreeDesk>();
        services.AddScoped<TreeMoves>();
        services.AddScoped<TreeAddresses>();
        services.AddScoped<ItemChoices>();
        services.AddScoped<SiteMenus>();
        services.AddScoped<MenuDesk>();
        services.AddScoped<PublicSite>();
        services.AddScoped<WholeAddresses>();
        services.AddScoped<SiteHeads>();
        services.AddScoped<Feed>();
        services.AddScoped<SiteMap>();
        services.AddScoped<ProfileDesk>();
        services.AddSingleton(new KnownSettings(Profiles.Profile.Setting, Profiles.Profile.ProblemsOf) { Shown = Profiles.Profile.Shown });
        services.AddSingleton(new KnownSettings(Outlines.Setting, Outlines.ProblemsOf));
        services.AddScoped<PageBlocks>();
        services.AddScoped<ListReader>();
        services.AddScoped<FoundItems>();
        services.AddScoped<IPublicLinks>(s => s.GetRequiredService<PublicSite>());
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageRouteModelConvention("/Content/Show", AnswersLast));
    }

    public override Task<int>? Beside(string[] args) => args is [ReadingWork.Name] ? ReadingWork.ServeAsync(Console.In, Console.Out, TimeProvider.System) : null;

    public override void Map(IEndpointRouteBuilder routes)
    {
        MediaFiles.Map(routes);
        Announcements.Map(routes);
        ContentApi.Map(routes);
        DeskApi.Map(routes);
        BulkApi.Map(routes);
        MediaApi.Map(routes);
        MediaFoldersApi.Map(routes);
        TypesApi.Map(routes);
        BooksApi.Map(routes);
        TermsApi.Map(routes);
        SearchApi.Map(routes);
    }

    // Its address is any address: every other page goes before it, and it is only ever read.
    private static void AnswersLast(PageRouteModel page)
    {
        foreach (var selector in page.Selectors)
        {
            if (selector.AttributeRouteModel is { } route) route.Order = int.MaxValue;
            selector.EndpointMetadata.Add(new HttpMethodMetadata(["GET", "HEAD"]));
        }
    }
}
