//! What figures are called and counted in.

use crate::model::words;

words! {
    /// Figures that belong together.
    KpiFamily {
        /// Who is reached, and what that costs.
        Engagement = "engagement",
        /// What content brings.
        Content = "content",
        /// What becomes of e-mails.
        Nurture = "nurture",
        /// Who comes to each stage, and who goes on.
        Leads = "leads",
        /// What deals are worth, and how many are won.
        Revenue = "revenue",
        /// What marketing gives back.
        Return = "return",
    }
}

words! {
    /// What a figure is counted in.
    KpiUnit {
        /// Minor units of the workspace's currency.
        Money = "money",
        /// The same each day.
        MoneyPerDay = "moneyPerDay",
        /// A share from 0 to 1; of a return also below and above.
        Share = "share",
        /// Days.
        Days = "days",
        /// Leads, deals, or what else is counted.
        Count = "count",
    }
}

words! {
    /// Whether more of a figure is better.
    KpiSense {
        /// The more the better.
        More = "more",
        /// The less the better.
        Less = "less",
        /// Neither.
        Neither = "neither",
    }
}

words! {
    /// A figure, in the order of the dictionary.
    KpiId {
        /// How often something was shown.
        Impressions = "impressions",
        /// Who did something of their own accord.
        EngagedLeads = "engagedLeads",
        /// Those for each impression.
        ProspectToEngaged = "prospectToEngaged",
        /// What channels cost.
        EngageCost = "engageCost",
        /// That for each impression.
        CostPerImpression = "costPerImpression",
        /// That for each engaged lead.
        CostPerEngagedLead = "costPerEngagedLead",
        /// That for each unit of revenue.
        EngageCostShare = "engageCostShare",
        /// Content that was asked for.
        Downloads = "downloads",
        /// That for each impression.
        SubmitRate = "submitRate",
        /// Who reached a stage after a download.
        StageElasticity = "stageElasticity",
        /// How long that took.
        DownloadToStage = "downloadToStage",
        /// What content cost to make.
        ProductionCost = "productionCost",
        /// That for each unit of revenue that is due to it.
        ContentCostShare = "contentCostShare",
        /// E-mails that went out.
        MailsSent = "mailsSent",
        /// Of those opened.
        OpenRate = "openRate",
        /// Of those clicked.
        ClickRate = "clickRate",
        /// Of those that came back for good.
        HardBounceRate = "hardBounceRate",
        /// Of those that came back for now.
        SoftBounceRate = "softBounceRate",
        /// Of those after which no more were wanted.
        UnsubscribeRate = "unsubscribeRate",
        /// Who can be written to.
        NurtureDatabase = "nurtureDatabase",
        /// Who became a lead.
        NewLeads = "newLeads",
        /// Who is at a stage.
        Buyers = "buyers",
        /// Who came to a stage.
        StageEntered = "stageEntered",
        /// Of those who went on.
        StageConversion = "stageConversion",
        /// How long they stayed.
        StageDays = "stageDays",
        /// What a new lead costs.
        CostPerLead = "costPerLead",
        /// What a lead costs that comes to a stage.
        CostPerStage = "costPerStage",
        /// Deals that are open.
        OpenDeals = "openDeals",
        /// What they are worth.
        PipelineValue = "pipelineValue",
        /// What was won.
        ClosedRevenue = "closedRevenue",
        /// How many of those closed are won.
        WinRate = "winRate",
        /// How long it takes to win.
        MedianCycle = "medianCycle",
        /// What the pipeline yields each day.
        PipelineVelocity = "pipelineVelocity",
        /// How much of the pipeline marketing began.
        SourcedPipeline = "sourcedPipeline",
        /// How much of it marketing had a part in.
        InfluencedPipeline = "influencedPipeline",
        /// How much of what was won marketing began.
        SourcedRevenue = "sourcedRevenue",
        /// How much of it marketing had a part in.
        InfluencedRevenue = "influencedRevenue",
        /// What is due to marketing of what was won.
        AttributedRevenue = "attributedRevenue",
        /// What marketing cost.
        MarketingCost = "marketingCost",
        /// Who was won.
        CustomersWon = "customersWon",
        /// What each cost to win.
        AcquisitionCost = "acquisitionCost",
        /// What each is worth over the years.
        LifetimeValue = "lifetimeValue",
        /// That as of today.
        DiscountedValue = "discountedValue",
        /// That without what it cost to win them.
        NetPresentValue = "netPresentValue",
        /// What marketing gave back of what it cost.
        ReturnOnInvestment = "returnOnInvestment",
    }
}
