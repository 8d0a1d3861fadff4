using Integral.Applications;
using Integral.Applications.Contracts;
using Integral.Applications.Staff;
using Integral.Platform;
using Integral.Platform.Sharing;
using Integral.Platform.Tenancy;
using Integral.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Applications;

/// <summary>What a centre offers follows it when it is moved, and begins and ends with the feature of the district.</summary>
public sealed class MovedCentreTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task A_centre_that_was_moved_elsewhere_used_to_be_offered_and_sent_peoples_data_as_before()
    {
        var offer = await district.OfferedAsync("school-1", await OfferAsync("Переезд"));
        Assert.Contains(offer, await ShownAsync());
        try
        {
            await MoveAsync("school-2");        // and the district hasn't been told yet
            Assert.DoesNotContain(offer, await ShownAsync());
            await district.InTenantAsync("school-1", async services => await Assert.ThrowsAsync<NotFoundException>(() => services.GetRequiredService<StaffBook>().OfferAsync(offer)));
        }
        finally
        {
            await MoveAsync("");
            await district.AllAsync();
        }
    }

    [Fact]
    public async Task The_former_district_used_to_offer_for_ever_what_a_centre_had_that_was_moved()
    {
        var opening = await OfferAsync("Бывший район");
        Assert.True(await district.IsOfferedAsync("school-1", opening));
        try
        {
            await MoveAsync("school-2");
            await district.AllAsync();
            Assert.Empty(await SharedAsync(""));
            Assert.False(await district.IsOfferedAsync("school-1", opening));
            Assert.NotEmpty(await SharedAsync("school-2"));     // and the new one offers it
        }
        finally
        {
            await MoveAsync("");
            await district.AllAsync();
        }
        Assert.Empty(await SharedAsync("school-2"));
        Assert.True(await district.IsOfferedAsync("school-1", opening));
    }

    [Fact]
    public async Task A_district_that_got_the_feature_later_used_to_hear_of_nothing_that_was_there_before()
    {
        await SwitchAsync(on: false);
        var opening = await OfferAsync("Раньше функции");
        Assert.False(await district.IsOfferedAsync("school-1", opening));
        await SwitchAsync(on: true);
        await district.AllAsync();
        Assert.True(await district.IsOfferedAsync("school-1", opening));
    }

    private async Task<Guid> OfferAsync(string name)
    {
        var opening = await district.RecruitAsync(name);
        await district.WakeAsync(Openings.Changed);
        await district.AllAsync();
        return opening;
    }

    private Task<List<Guid>> ShownAsync() => district.InTenantAsync("school-1", async services => (await services.GetRequiredService<StaffBook>().OffersAsync()).Select(o => o.Of.Id).ToList());
    private Task<IReadOnlySet<string>> SharedAsync(string tenant) => district.InTenantAsync(tenant, services => services.GetRequiredService<Offers>().OfferedAsync(SharedOpening.Kind));
    private Task<Tenant> MoveAsync(string under) => district.InTenantAsync("", services => services.GetRequiredService<TenantChanges>().MoveAsync(district.Tenant("centre").Id, district.Tenant(under).Id));

    private Task<Tenant> SwitchAsync(bool on) => district.InTenantAsync("", services =>
        services.GetRequiredService<TenantChanges>().SwitchAsync(district.Tenant("").Id, on ? [ApplicationsModule.StaffFeature] : [], on ? [] : [ApplicationsModule.StaffFeature]));
}
