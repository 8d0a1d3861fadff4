using System.CommandLine;
using Integral.Communication;
using Integral.Communication.Contracts;
using Integral.People.Api;
using Integral.People.Calendars;
using Integral.People.Commands;
using Integral.People.Contracts;
using Integral.People.Documents;
using Integral.People.Export;
using Integral.People.Families;
using Integral.People.Groups;
using Integral.People.Import;
using Integral.People.Merging;
using Integral.People.Organisations;
using Integral.People.Photos;
using Integral.People.Recipes;
using Integral.People.Registration;
using Integral.People.Seeding;
using Integral.People.Specialists;
using Integral.Platform.Changes;
using Integral.Platform.Files;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;
using Integral.Platform.Recipes.Export;
using Integral.Platform.Reporting;
using Integral.Platform.Search;
using Integral.Platform.Seeding;
using Integral.Workflows;
using Integral.Workflows.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.People;

/// <summary>Who belongs to an institution: its persons, their accounts and roles, and the trail of what was changed.</summary>
public sealed class PeopleModule : IntegralModule
{
    public const string View = "people.view", Manage = "people.manage", Export = "people.export", ManageRoles = "roles.manage", ViewGroups = "groups.view", ManageGroups = "groups.manage",
        ViewCalendar = "calendar.view", ManageCalendar = "calendar.manage",
        ViewFamilies = "families.view", ManageFamilies = "families.manage", ViewDocuments = "documents.view", ManageDocuments = "documents.manage",
        ViewOrganisations = "organisations.view", ManageOrganisations = "organisations.manage",
        ViewSpecialists = "specialists.view", ManageSpecialists = "specialists.manage", OwnSpecialists = "specialists.own",
        ManageRegistrations = "registrations.manage";

    /// <summary>The feature of those who come by themselves.</summary>
    public const string Registration = "Integral.People.Registration";

    public override string Name => "People";
    public override string Description => "Persons, groups, accounts, roles and the audit trail";
    public override bool IsAlwaysOn => true;
    public override IReadOnlyList<IntegralModule> DependsOn => [new CommunicationModule(), new WorkflowsModule()];

    public override IReadOnlyList<Feature> Features =>
    [
        new(Id, Name, Description) { IsAlwaysOn = true },
        new(Registration, "Self-registration", "Citizens and, apart from them, organisations register by themselves; who may, the institution says") { DependsOn = [new WorkflowsModule().Id] },
    ];

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(View, "See the people of the institution, their accounts and roles", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar),
        new(Manage, "Add people, give them roles, reset passwords, block and remove", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.Registrar),
        new(Export, "Take the people out as a table, with a reason that the head sees", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head),
        new(ViewGroups, "See groups and who is in them", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar, DeliveredRoles.CentreStaff),
        new(ManageGroups, "Make groups, put people into them and let them leave", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar, DeliveredRoles.CentreStaff),
        new(ViewFamilies, "See who belongs to a person's family and what they may", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar),
        new(ManageFamilies, "Write down who belongs to a person's family and what they may", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.Registrar),
        new(ViewDocuments, "See people's documents with their numbers and files", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.Registrar),
        new(ManageDocuments, "Write down people's documents and take them away", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.Registrar),
        new(ViewCalendar, "See which days are worked", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar, DeliveredRoles.ClassTeacher, DeliveredRoles.Teacher,
            DeliveredRoles.Librarian, DeliveredRoles.Methodologist, DeliveredRoles.DistrictOffice, DeliveredRoles.Department, DeliveredRoles.Coordinator, DeliveredRoles.CentreStaff),
        new(ManageCalendar, "Say which days are worked, here and below", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.DistrictOffice),
        new(ViewOrganisations, "See partner organisations and employers, and what was agreed with them", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar, DeliveredRoles.CentreStaff, DeliveredRoles.DistrictOffice, DeliveredRoles.Department),
        new(ManageOrganisations, "Write organisations, their contact persons, agreements and what was agreed", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.Registrar, DeliveredRoles.CentreStaff, DeliveredRoles.DistrictOffice, DeliveredRoles.Department),
        new(ManageRegistrations, "See who has registered by themselves, look at them, and open or shut registration", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.Registrar, DeliveredRoles.CentreStaff),
        new(ViewSpecialists, "See the staff base: who can teach what, and how many hours a week", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.CentreStaff, DeliveredRoles.Methodologist),
        new(ManageSpecialists, "Write the staff base and the list of competencies", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.CentreStaff),
        new(OwnSpecialists, "Keep the staff of one's own organisation in the staff base", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.PartnerOrg),
        new(ManageRoles, "Decide what each role may do", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin),
    ];

    public override IReadOnlyList<MenuItem> Menu =>
    [
        new("People", "/Admin/People/Index", View) { Icon = "users", Order = 10 },
        new("Groups", "/Admin/Groups/Index", ViewGroups) { Icon = "users", Order = 12 },
        new("Working calendar", "/Admin/Calendar/Index", ViewCalendar) { Icon = "calendar", Order = 70 },
        new("Organisations", "/Admin/Organisations/Index", ViewOrganisations) { Icon = "building", Order = 13 },
        new("Staff base", "/Admin/Specialists/Index", ViewSpecialists) { Icon = "users", Order = 14 },
        new("Staff of my organisation", "/Admin/OwnSpecialists/Index", OwnSpecialists) { Icon = "users", Order = 15 },
        new("Registrations", "/Admin/Registrations/Index", ManageRegistrations) { Icon = "user-plus", Order = 11, Feature = Registration },
        new("Roles", "/Admin/Roles/Index", ManageRoles) { Icon = "shield", Order = 20 },
        new("Audit trail", "/Admin/Audit/Index", PlatformModule.ReadAudit) { Icon = "clock", Order = 90 },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<IPeople, Names>();
        services.AddScoped<IEmployees, Employees>();
        services.AddScoped<IPhoneBook, PhoneBook>();
        services.AddScoped<IFindsRecords, FoundPeople>();
        services.AddScoped<ICabinetCard, PeopleCard>();
        services.AddScoped<ICabinetCard, PeopleBelowCard>();
        services.AddScoped<ICabinetCard, ExportsCard>();
        services.AddScoped<Indicator, PeopleByKind>();
        services.AddScoped<Indicator, PeopleByRole>();
        services.AddScoped<IRecipeStep, UsersStep>();
        services.AddScoped<ISeeds, SeededPeople>();
        services.AddScoped<Delegation>();
        services.AddScoped<HostChanges>();
        services.AddScoped<Members>();
        services.AddScoped<RoleWords>();
        services.AddScoped<PeopleList>();
        services.AddScoped<NewAccounts>();
        services.AddScoped<Joining>();
        services.AddScoped<Memberships>();
        services.AddScoped<AccountCare>();
        services.AddScoped<PersonActions>();
        services.AddScoped<Invitations>();
        services.AddSingleton<WrongCodes>();
        services.AddScoped<RoleUse>();
        services.AddScoped<RoleChanges>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditNames>();
        services.AddScoped<AuditWords>();
        AddTables(services);
        AddGroups(services);
        AddMerging(services);
        services.AddScoped<CalendarBook>();
        services.AddScoped<IRecipeStep, WorkingCalendarStep>();
        services.AddScoped<IExportedSteps, ExportedCalendar>();
        AddDocuments(services);
        AddOrganisations(services);
        AddSpecialists(services);
        AddRegistration(services);
    }

    private static void AddSpecialists(IServiceCollection services)
    {
        services.AddScoped<OwnOrganisations>();
        services.AddScoped(s => new CompetencyUses([.. s.GetServices<ICompetencyUse>()]));
        services.AddScoped<CompetencyList>();
        services.AddScoped<SpecialistBook>();
        services.AddScoped<SpecialistDesk>();
        services.AddScoped<SpecialistsTable>();
        services.AddScoped<IRecipeStep, StaffBaseStep>();
    }

    private static void AddDocuments(IServiceCollection services)
    {
        services.AddScoped<DocumentBook>();
        services.AddScoped<DocumentDesk>();
        services.AddScoped<PhotoDesk>();
        services.AddScoped<INameFiles, PersonFileNames>();
        services.AddScoped<IPersonReferences, DocumentReferences>();
        services.AddScoped<IRecipeStep, DocumentsStep>();
    }

    private static void AddGroups(IServiceCollection services)
    {
        services.AddScoped<GroupBook>();
        services.AddScoped<GroupDesk>();
        services.AddScoped<GroupCandidates>();
        services.AddScoped<Enrolling>();
        services.AddSingleton<WorkingGroups, Commissions>();
        services.AddScoped<IUndoes, UndoneEnrolments>();
        services.AddScoped<IFindsRecords, FoundGroups>();
        services.AddScoped<ICabinetCard, GroupsCard>();
        services.AddScoped<IRecipeStep, GroupsStep>();
    }

    private static void AddMerging(IServiceCollection services)
    {
        services.AddScoped<DuplicateBook>();
        services.AddScoped<TellingApart>();
        services.AddScoped<MergeBook>();
        services.AddScoped<PersonMerging>();
        services.AddScoped(s => new MovedReferences([.. s.GetServices<IPersonReferences>()]));
        services.AddScoped<IPersonReferences, EnrolmentReferences>();
        services.AddScoped<IPersonReferences, FamilyReferences>();
        services.AddScoped<IPersonReferences, OrganisationReferences>();
        services.AddScoped<IPersonReferences, TaskReferences>();
        services.AddScoped<IPersonReferences, ToldApartReferences>();
        services.AddScoped<IUndoes, UndoneMerges>();
        services.AddScoped<FamilyBook>();
        services.AddScoped<FamilyDesk>();
        services.AddScoped<ICabinetCard, OwnChildrenCard>();
        services.AddScoped<IRecipeStep, PeopleStep>();
        services.AddScoped<IRecipeStep, FamiliesStep>();
    }

    private static void AddOrganisations(IServiceCollection services)
    {
        services.AddScoped<OrganisationStaff>();
        services.AddScoped<OrganisationBook>();
        services.AddScoped<OrganisationDesk>();
        services.AddScoped<OrganisationsTable>();
        services.AddScoped<ContactDesk>();
        services.AddScoped<AgreementDesk>();
        services.AddScoped<InteractionBook>();
        services.AddScoped<InteractionDesk>();
        services.AddScoped<WholeOrganisations>();
        services.AddScoped<ICabinetCard, OrganisationsCard>();
        services.AddScoped<IRecipeStep, OrganisationsStep>();
        services.AddScoped<IFindsRecords, FoundOrganisations>();
    }

    // People and organisations that come by themselves.
    private static void AddRegistration(IServiceCollection services)
    {
        services.AddSingleton(RegistrationSettings.Known);
        services.AddScoped<RegistrationLimits>();
        services.AddScoped<RegistrationLinks>();
        services.AddScoped<Registering>();
        services.AddReceiver<RegistrationAsked, RegistrationLetters>(T.Say("Somebody who registers"));
        services.AddScoped<OwnAccounts>();
        services.AddScoped<Citizens>();
        services.AddScoped<RegistrationBook>();
        services.AddScoped<RegistrationDesk>();
        services.AddScoped<ICabinetCard, RegistrationsCard>();
        services.AddScoped<IWayIn, CitizensWay>();
        services.AddScoped<IWayIn, OrganisationsWay>();
        services.AddScoped<IPersonReferences, SelfRegistrationReferences>();
        services.AddScoped<IPersonReferences, RepresentativeReferences>();
        services.AddSingleton<OrganisationLetters>();
        services.AddSingleton<Activity, OrganisationRegistered>();
        services.AddSingleton<Activity, AnswerOrganisation>();
        services.AddSingleton<Activity, AcceptOrganisation>();
        services.AddSingleton<CaseSubjects, RegisteredOrganisations>();
        services.AddScoped<OrganisationIntake>();
        services.AddScoped<Representatives>();
        services.AddScoped<IWakes, UnconfirmedRegistrations>();
        services.AddScoped<IRecipeStep, RegistrationsStep>();
    }

    // People as tables: in and out.
    private static void AddTables(IServiceCollection services)
    {
        services.AddScoped<RoleReading>();
        services.AddScoped<RowWriting>();
        services.AddScoped<PeopleImport>();
        services.AddScoped<ImportRuns>();
        services.AddScoped<IWakes, ForsakenImports>();
        services.AddScoped<ImportFile>();
        services.AddScoped<ImportWork>();
        services.AddScoped<ExportedRows>();
        services.AddScoped<PeopleExport>();
        services.AddScoped<ExportBook>();
    }

    public override IEnumerable<Command> Verbs(IServiceProvider services) => [PeopleCommands.All(services)];

    public override void Map(IEndpointRouteBuilder routes)
    {
        PeopleApi.Map(routes);
        MergingApi.Map(routes);
        FamiliesApi.Map(routes);
        DocumentsApi.Map(routes);
        PhotosApi.Map(routes);
        TablesApi.Map(routes);
        GroupsApi.Map(routes);
        CalendarApi.Map(routes);
        OrganisationsApi.Map(routes);
        OrganisationPartsApi.Map(routes);
        SpecialistsApi.Map(routes);
        CompetenciesApi.Map(routes);
        RegistrationsApi.Map(routes);
        RolesApi.Map(routes);
        AuditApi.Map(routes);
    }
}
