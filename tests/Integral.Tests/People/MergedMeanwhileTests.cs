using Integral.People.Contracts;
using Integral.People.Data;
using Integral.People.Families;
using Integral.People.Merging;
using Integral.Platform;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Stops a merge in its middle until a test lets it go on.</summary>
internal sealed class Halt
{
    public TaskCompletionSource Reached { get; set; } = Passed();
    public TaskCompletionSource Go { get; set; } = Passed();

    public void Close() => (Reached, Go) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));

    private static TaskCompletionSource Passed()
    {
        var passed = new TaskCompletionSource();
        passed.SetResult();
        return passed;
    }
}

internal sealed class HaltedReferences(Halt halt) : IPersonReferences
{
    public Type Rows => typeof(Person);
    public Sentence? What => null;

    public Task<int> CountAsync(Guid person) => Task.FromResult(0);

    public Task MoveAsync(Guid from, Guid to)
    {
        halt.Reached.TrySetResult();
        return halt.Go.Task;
    }
}

public sealed class HaltedDistrict : District
{
    internal Halt Halt { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton(Halt).AddScoped<IPersonReferences, HaltedReferences>());
    }
}

/// <summary>What somebody writes of a record while it is merged into another one.</summary>
public sealed class MergedMeanwhileTests(HaltedDistrict district) : IClassFixture<HaltedDistrict>
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task What_was_just_being_written_of_a_record_used_to_stay_with_it_when_it_was_merged()
    {
        var (kept, other, group) = await MadeAsync("Пишут");
        var (written, commit) = (new TaskCompletionSource(), new TaskCompletionSource());
        var writing = district.InTenantAsync("school-2", services =>
        {
            var db = services.GetRequiredService<Db>();
            return db.WriteAsync(async () =>
            {
                db.Add(new Enrolment(group, other, new(new(2030, 9, 1), null)));
                await db.SaveChangesAsync();
                written.SetResult();
                await commit.Task;
                return true;
            });
        });
        await written.Task;
        var merging = MergeAsync(kept, other);
        await Task.Delay(Moment);
        Assert.False(merging.IsCompleted);      // it waits for whoever writes
        commit.SetResult();
        await writing;
        await merging;
        Assert.Equal((1, 0), await OfAsync(kept, other));
    }

    [Fact]
    public async Task What_came_while_a_record_was_merged_used_to_stay_with_it()
    {
        var (kept, other, group) = await MadeAsync("Приходит");
        district.Halt.Close();
        var merging = MergeAsync(kept, other);
        await district.Halt.Reached.Task;
        var writing = district.InTenantAsync("school-2", async services =>
        {
            var db = services.GetRequiredService<Db>();
            db.Add(new Enrolment(group, other, new(new(2030, 9, 1), null)));
            return await db.SaveChangesAsync();
        });
        await Task.Delay(Moment);
        Assert.False(writing.IsCompleted);
        district.Halt.Go.SetResult();
        await Task.WhenAll(merging, writing);
        Assert.Equal((1, 0), await OfAsync(kept, other));
    }

    [Fact]
    public async Task Giving_a_seat_and_merging_do_not_wait_for_each_other_crosswise()
    {
        var (kept, other, group) = await MadeAsync("Накрест");
        await district.InDbAsync("school-2", async db => { db.Add(new Enrolment(group, other, new(new(2030, 9, 1), new(2030, 9, 2)))); return await db.SaveChangesAsync(); });
        var (locked, commit) = (new TaskCompletionSource(), new TaskCompletionSource());
        var seating = district.InTenantAsync("school-2", services =>
        {
            var db = services.GetRequiredService<Db>();
            return db.WriteAsync(async () =>
            {
                await GroupSeats.LockAsync(db, group);
                locked.SetResult();
                await commit.Task;
                return await GroupSeats.TakeAsync(db, group, other, new(2030, 10, 1));
            });
        });
        await locked.Task;
        var merging = MergeAsync(kept, other);
        await Task.Delay(Moment);
        commit.SetResult();
        Assert.True((await seating).IsIn);
        await merging;
        Assert.Equal((2, 0), await OfAsync(kept, other));
    }

    [Fact]
    public async Task Of_two_family_links_that_said_different_things_one_used_to_be_dropped_without_a_word()
    {
        var (kept, other, _) = await MadeAsync("Семейная");
        var child = await district.PersonAsync("Семейный Сын", "2015-01-01");
        var (always, ended) = (new FamilyWords(Kinship.Mother, null, null, true, true, true), new FamilyWords(Kinship.Mother, null, new(2026, 1, 1), true, false, false));
        await LinkAsync(kept, child, always);
        var link = await LinkAsync(other, child, ended);
        Assert.Contains("Семейный Сын", $"{(await Assert.ThrowsAsync<RuleException>(() => MergeAsync(kept, other))).Sentence}", StringComparison.Ordinal);
        var preview = await district.InTenantAsync("school-2", services => services.GetRequiredService<MergeBook>().PreviewAsync(kept, other));
        Assert.Contains("Семейный Сын", $"{preview.Hindrance}", StringComparison.Ordinal);
        Assert.Equal(2, await LinksAsync(child));

        await district.InDbAsync("school-2", async db => { (await db.FamilyLinks.SingleAsync(f => f.Id == link)).Describe(always); return await db.SaveChangesAsync(); });
        await MergeAsync(kept, other);
        Assert.Equal(1, await LinksAsync(child));
    }

    private async Task<(Guid Kept, Guid Other, Guid Group)> MadeAsync(string name)
    {
        var (kept, other) = (await district.PersonAsync($"{name} Анна", "1990-01-01"), await district.PersonAsync($"{name} Анна", "1990-01-01"));
        var group = await district.InDbAsync("school-2", db => GroupSeats.FindOrAddAsync(db, district.Tenant("school-2"), name, new(2030, 9, 1), new(2031, 5, 31), 9));
        return (kept, other, group);
    }

    private Task<Guid> MergeAsync(Guid kept, Guid other) => district.InTenantAsync("school-2", services => services.GetRequiredService<PersonMerging>().MergeAsync(new(kept, other, [])));

    private Task<(int Kept, int Other)> OfAsync(Guid kept, Guid other) => district.InDbAsync("school-2", async db => (await db.Enrolments.CountAsync(e => e.PersonId == kept), await db.Enrolments.CountAsync(e => e.PersonId == other)));

    private Task<Guid> LinkAsync(Guid adult, Guid child, FamilyWords words) => district.InTenantAsync("school-2", async services => (await services.GetRequiredService<FamilyDesk>().AddAsync(adult, child, words)).Id);
    private Task<int> LinksAsync(Guid child) => district.InDbAsync("school-2", db => db.FamilyLinks.CountAsync(f => f.ChildId == child));
}
