using System.Data.Common;
using Integral.Platform.Data;
using Integral.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Integral.Tests.Data;

/// <summary>An id of another institution written into every foreign key there is: the engine itself refuses it. New tables are tried by themselves.</summary>
public sealed class ForeignKeyTests(District district) : IClassFixture<District>
{
    // Ids of the host's rows, which no tenant's table can have a foreign key to: another server may hold them.
    private static readonly string[] OfTheHost = ["AuditEntry.AccountId", "Person.DeletedById", "Group.DeletedById", "ContactPerson.DeletedById", "Specialist.DeletedById", "LibraryModule.DeletedById", "ContentItem.DeletedById", "ContentItem.SentById", "Programme.SentById", "OutboxMessage.ReceiverId", "ReceivedMessage.SenderId", "ChangeSet.AccountId", "ChangeSet.MadeIn", "CopiedItem.OriginId", "ContentItem.OriginId", "ContentField.OriginId", "ReferenceBook.OriginId", "ReferenceTerm.OriginId", "CalendarDay.OriginId", "UnsavedText.AccountId", "Remark.AccountId",
        "Application.AccountId", "ProgrammeRequest.AccountId", "Draft.AccountId", "Follower.AccountId", "SavedView.AccountId", "CaseStep.AccountId", "CaseTask.ClaimedById", "CaseTask.DecidedById", "TaskLetter.AccountId", "Application.SenderId", "ApplicationList.SenderId", "OfferedOpening.CentreId", "StaffList.CentreId", "Notice.AccountId", "NoticeHabits.AccountId", "NoticeChoice.AccountId", "NoticeLetter.AccountId", "Announcement.AuthorId", "Announcement.OriginId", "AnnouncementReceipt.AccountId", "AnnouncementBelow.TenantId", "TextMessage.AccountId", "SmsConsent.AccountId", "SmsChoice.AccountId", "SelfRegistration.AccountId", "OrganisationRegistration.AccountId"];

    // The chain of an audit trail names what it sealed also when that was taken away.
    private static readonly string[] OfWhatMayBeMissing = ["AuditSeal.EntryId"];

    // They name no row: one differs from the next.
    private static readonly string[] OfEditions = ["SharedItem.Edition", "CopiedItem.Edition", "CopiedItem.Refused", "CaseTask.DecidedWith"];

    // What a case or an application is about is any module's row, and a token stands in its case.
    private static readonly string[] OfAnyModule = ["Application.ForId", "ApplicationList.ForId", "RankRules.ForId", "Draft.ForId", "WorkflowCase.SubjectId", "CaseTask.TokenId", "CaseWake.TokenId", "WorkflowCase.ParentToken"];

    // What one institution tells another of: the row stands in that one's data.
    private static readonly string[] OfAnother = ["Application.SentId", "OfferedOpening.OpeningId", "StaffList.OpeningId"];

    // Within one table: a backup's rows come back in the order of their ids, and what they name may have the greater one. A book's tree is made good when it is read.
    private static readonly string[] OfTrees = ["ReferenceTerm.ParentId", "ReferenceTerm.MergedIntoId", "Person.MergedIntoId"];

    [Fact]
    public async Task The_engine_refuses_a_foreign_id_in_every_foreign_key()
    {
        var keys = await district.InDbAsync("school-1", db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(t => t.GetDeclaredForeignKeys()).Where(k => !IsWithinRow(k)).ToList()));
        Assert.NotEmpty(keys);
        foreach (var key in keys)
        {
            var foreign = await district.InDbAsync("school-2", db => InWriteAsync(db, rows => rows.InsertAsync(key.PrincipalEntityType), isKept: true));
            var refused = await district.InDbAsync("school-1", db => InWriteAsync(db, rows => TryAsync(rows, key, foreign), isKept: false));
            Assert.True(refused == "refused, refused", $"{key.DeclaringEntityType.DisplayName()}({string.Join(", ", key.Properties.Select(p => p.Name))}) with an id of another institution: {refused}");
        }
    }

    [Fact]
    public async Task Every_id_in_a_tenants_table_is_a_key_a_foreign_key_or_the_hosts()
    {
        var loose = await district.InDbAsync("school-1", db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(t => t.GetDeclaredProperties())
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid) && !p.IsKey() && !p.IsForeignKey())
            .Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}").Except(OfTheHost).Except(OfWhatMayBeMissing).Except(OfEditions).Except(OfTrees).Except(OfAnyModule).Except(OfAnother).ToList()));
        Assert.Empty(loose);
    }

    /// <summary>First a row that is right, as proof that only the id is wrong in the next ones: a new row with it, and a change to it.</summary>
    private static async Task<string> TryAsync(Rows rows, IForeignKey key, Dictionary<IProperty, object?> foreign)
    {
        var own = await rows.InsertAsync(key.PrincipalEntityType);
        var right = await rows.InsertAsync(key.DeclaringEntityType, Pairs(key, own));
        var inserted = await rows.RefusedAsync(() => rows.InsertAsync(key.DeclaringEntityType, Pairs(key, foreign)));
        var updated = await rows.RefusedAsync(() => rows.UpdateAsync(key.DeclaringEntityType, right, Pairs(key, foreign)));
        return $"{inserted}, {updated}";
    }

    private static Dictionary<IProperty, object?> Pairs(IForeignKey key, Dictionary<IProperty, object?> principal) =>
        key.Properties.Zip(key.PrincipalKey.Properties).ToDictionary(p => p.First, p => principal[p.Second]);

    private static bool IsWithinRow(IForeignKey key) => key.DeclaringEntityType.GetTableName() == key.PrincipalEntityType.GetTableName() && (key.IsOwnership || key.PrincipalEntityType == key.DeclaringEntityType.BaseType);

    private static async Task<T> InWriteAsync<T>(Db db, Func<Rows, Task<T>> work, bool isKept)
    {
        T? result = default;
        try
        {
            await db.WriteAsync(async () =>
            {
                result = await work(new(db));
                if (!isKept) throw new UndoneException();
            });
        }
        catch (UndoneException) { }
        return result!;
    }

    private sealed class UndoneException : Exception;

    internal static bool IsForeignKeyViolation(DbException refused) => refused switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode == 787,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.ForeignKeyViolation,
        _ => false,
    };
}
